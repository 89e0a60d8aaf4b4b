package uk.earlyhelphub.platform.commands;

import uk.earlyhelphub.events.metadata.Actor;

/**
 * What somebody wants done to one stream. It carries values and no events; personal data in it is sealed already.
 *
 * @param <S> the folded state of the stream
 * @param <N> what a command of the stream is decided on
 */
public interface StreamCommand<S, N> extends Routed {

    /** Whether a command makes its stream. */
    enum Begins {
        /** The stream must be there. */
        NO,
        /** The stream must not be there. */
        YES,
        /** It may be there or not. */
        EITHER
    }

    /** Whether this command makes its stream. */
    default Begins begins() {
        return Begins.NO;
    }

    /**
     * Whether this actor may do this to this: the role and the tie together, never the role alone. If not, the answer is that
     * there is no such thing.
     */
    boolean mayBeSentBy(Actor actor, S state);

    /**
     * Decides what happens. Pure: the same context leads to the same decision.
     *
     * @throws Refused if a rule stands in the way
     */
    Decision decide(N now);
}
