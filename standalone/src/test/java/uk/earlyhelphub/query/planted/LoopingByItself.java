package uk.earlyhelphub.query.planted;

/** Planted: a rule must refuse it. */
public final class LoopingByItself {
    Thread begin(Runnable work) {
        return Thread.ofPlatform().start(work);
    }
}
