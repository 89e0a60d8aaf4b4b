package uk.earlyhelphub.api.trail;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the account; {@code next} continues it. */
public record TrailPage(List<TrailLine> entries, @Nullable String next) {

    /**
     * One line of the account.
     *
     * @param what what happened, in plain English
     * @param at when it was recorded
     * @param who by whom, in which role and for which organisation
     * @param why the purpose
     * @param referralId the case that it concerns, if it concerns one
     * @param proof where to get proof that it is in the history
     */
    public record TrailLine(
            String position,
            Instant at,
            String what,
            String who,
            String role,
            String organisation,
            String why,
            String type,
            String eventId,
            String correlationId,
            @Nullable String referralId,
            String proof) {}
}
