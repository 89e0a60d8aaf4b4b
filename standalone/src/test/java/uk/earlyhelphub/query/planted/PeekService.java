package uk.earlyhelphub.query.planted;

/** Planted: a rule must refuse it. */
public final class PeekService {
    // its name is what is wrong with it
}
