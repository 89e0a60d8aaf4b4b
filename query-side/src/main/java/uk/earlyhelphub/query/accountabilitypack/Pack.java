package uk.earlyhelphub.query.accountabilitypack;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import uk.earlyhelphub.query.casefile.ConsentCheck;
import uk.earlyhelphub.query.casefile.Differences;

/**
 * Everything that accounts for one decision.
 *
 * @param knownThen the case as it was known when the decision was recorded
 * @param cameLater what has changed since
 * @param cited every event that it rests on, with its proof
 * @param withheld what was left out for this reader, and why
 */
record Pack(
        About about,
        Decision decision,
        Meeting meeting,
        List<Entitlement> couldSee,
        List<ConsentCheck.Checked> consents,
        List<Line> sharings,
        List<Deadline> deadlines,
        Waiting waiting,
        List<Look> lookedSince,
        JsonNode knownThen,
        List<Differences.Difference> cameLater,
        List<Cited> cited,
        List<Withheld> withheld) {

    /** For whom the pack is made. */
    enum Profile {
        /** For whoever investigates; nothing is left out that they may see. */
        INVESTIGATOR,
        /** For the person who complains: others' affairs and a referrer who stays anonymous are withheld. */
        COMPLAINANT
    }

    /**
     * What it is.
     *
     * @param checkpoint the newest signed checkpoint when it was made
     */
    record About(
            String referralId,
            String reference,
            String discussionId,
            Profile profile,
            @Nullable String complainant,
            Instant madeAt,
            String madeBy,
            String seenAs,
            @Nullable String checkpoint) {}

    /** What was decided. */
    record Decision(
            LocalDate discussedOn,
            Instant recordedAt,
            String decision,
            List<String> options,
            String rationale,
            String decidedBy,
            List<Dissent> dissent,
            boolean followsAnEarlierOne) {}

    /** Who disagreed, and why. */
    record Dissent(String member, String reason) {}

    /** Where it was decided. */
    record Meeting(
            String meetingId,
            LocalDate meetsOn,
            LocalTime startsAt,
            String place,
            String chair,
            List<String> members,
            List<String> present,
            List<String> apologies,
            @Nullable Instant agendaPublishedAt,
            List<String> interests) {}

    /** Something that happened, in a sentence. */
    record Line(Instant at, String what, String position) {}

    /**
     * Something that was due.
     *
     * @param waitedFor REFERRER, FAMILY, HUB or PROVIDER
     * @param metOn the day on which it was done; none if it was not
     */
    record Deadline(
            String what,
            String waitedFor,
            LocalDate dueOn,
            @Nullable LocalDate metOn,
            boolean missed) {}

    /**
     * Who was waited for from receipt to decision, in days and tenths.
     *
     * @param stretches one after another
     */
    record Waiting(Map<String, Double> days, List<Stretch> stretches) {}

    /** For somebody, from one instant to another. */
    record Stretch(String waitedFor, String status, Instant from, Instant to) {}

    /** Somebody who looked at the case after the decision. */
    record Look(
            String who,
            String role,
            String organisation,
            String type,
            @Nullable String view,
            long times,
            Instant last) {}

    /**
     * An event that it rests on; the proof is a C2SP tlog-proof file.
     *
     * @param leaf the event as it is stored, for an investigator; others get its hash, which proves as much
     */
    record Cited(
            String position,
            String eventId,
            String type,
            Instant at,
            @Nullable Long leafIndex,
            @Nullable String leaf,
            @Nullable String leafHash,
            @Nullable String proof) {}

    /** Something that was left out. */
    record Withheld(String what, String reason, long times) {}
}
