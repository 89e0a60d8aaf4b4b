package uk.earlyhelphub.api.trail;

import java.time.Instant;
import java.util.List;

/** What a family member is told about looks at their record, and what they are not told, with the reason. */
public record LooksAtMine(List<LookAtMine> looks, String withheld) {

    /**
     * One way of looking at a family member's record.
     *
     * @param what what was done, in plain words
     * @param why for which purpose
     */
    public record LookAtMine(
            String role, String organisation, String what, String why, long times, Instant first, Instant last) {}
}
