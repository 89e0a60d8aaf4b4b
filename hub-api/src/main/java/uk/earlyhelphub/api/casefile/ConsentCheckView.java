package uk.earlyhelphub.api.casefile;

import java.time.Instant;
import java.util.List;

/**
 * Every act of a case that needed consent, and whether it was covered at that very moment.
 *
 * @param notCovered how many were not
 * @param acts the oldest first
 */
public record ConsentCheckView(long notCovered, List<CheckedAct> acts) {

    /**
     * One act.
     *
     * @param act the event's name, e.g. {@code DataShared}
     * @param covered whether live consent, or a recorded gateway, covered it then, for everybody concerned
     * @param by the consents and gateways that did, in words
     * @param lacking the ids of the people for whom nothing did
     */
    public record CheckedAct(
            String eventId, String act, Instant at, boolean covered, List<String> by, List<String> lacking) {}
}
