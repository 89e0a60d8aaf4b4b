package uk.earlyhelphub.platform.commands;

import java.util.function.BiFunction;

/** The pure fold of a stream: how something stands once one more thing has happened to it. */
@FunctionalInterface
public interface Fold<S, E> {

    /**
     * How it stands afterwards.
     *
     * @param act who did it, and when
     */
    S after(S before, E event, Act act);

    /** A fold to which it makes no difference who did something, and when. */
    static <S, E> Fold<S, E> ofEvents(BiFunction<S, E, S> fold) {
        return (before, event, act) -> fold.apply(before, event);
    }
}
