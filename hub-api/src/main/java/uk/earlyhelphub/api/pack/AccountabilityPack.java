package uk.earlyhelphub.api.pack;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.api.casefile.CaseHistory.CaseDifference;
import uk.earlyhelphub.api.casefile.CaseReader;
import uk.earlyhelphub.api.casefile.ConsentCheckView.CheckedAct;
import uk.earlyhelphub.events.referral.HubDecision;
import uk.earlyhelphub.events.referral.ReferralStatus;

/**
 * Everything that accounts for one decision.
 *
 * @param knownThen the case as it was known when the decision was recorded
 * @param cameLater what has changed since
 * @param cited every event that it rests on, with its proof
 * @param withheld what was left out for this reader, and why
 */
public record AccountabilityPack(
        PackAbout about,
        PackDecision decision,
        PackMeeting meeting,
        List<EntitlementView> couldSee,
        List<CheckedAct> consents,
        List<PackLine> sharings,
        List<PackDeadline> deadlines,
        PackWaiting waiting,
        List<PackLook> lookedSince,
        CaseKnownThen knownThen,
        List<CaseDifference> cameLater,
        List<PackCited> cited,
        List<PackWithheld> withheld) {

    /**
     * What it is.
     *
     * @param checkpoint the newest signed checkpoint when it was made
     */
    public record PackAbout(
            String referralId,
            String reference,
            String discussionId,
            PackProfile profile,
            @Nullable String complainant,
            Instant madeAt,
            String madeBy,
            CaseReader seenAs,
            @Nullable String checkpoint) {}

    /** What was decided. */
    public record PackDecision(
            LocalDate discussedOn,
            Instant recordedAt,
            HubDecision decision,
            List<HubDecision> options,
            String rationale,
            String decidedBy,
            List<PackDissent> dissent,
            boolean followsAnEarlierOne) {}

    /** Who disagreed, and why. */
    public record PackDissent(String member, String reason) {}

    /** Where it was decided. */
    public record PackMeeting(
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
    public record PackLine(Instant at, String what, String position) {}

    /**
     * Something that was due.
     *
     * @param metOn the day on which it was done; none if it was not
     */
    public record PackDeadline(
            String what,
            PackWaitedFor waitedFor,
            LocalDate dueOn,
            @Nullable LocalDate metOn,
            boolean missed) {}

    /** For whom a case waits. */
    public enum PackWaitedFor {
        REFERRER,
        FAMILY,
        HUB,
        PROVIDER,
        /** It was with the family and a service, or over. */
        NOBODY
    }

    /**
     * Who was waited for from receipt to decision, in days and tenths.
     *
     * @param stretches one after another
     */
    public record PackWaiting(Map<PackWaitedFor, Double> days, List<PackStretch> stretches) {}

    /** For somebody, from one instant to another. */
    public record PackStretch(PackWaitedFor waitedFor, ReferralStatus status, Instant from, Instant to) {}

    /** Somebody who looked at the case after the decision. */
    public record PackLook(
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
    public record PackCited(
            String position,
            String eventId,
            String type,
            Instant at,
            @Nullable Long leafIndex,
            @Nullable String leaf,
            @Nullable String leafHash,
            @Nullable String proof) {}

    /** Something that was left out. */
    public record PackWithheld(String what, String reason, long times) {}
}
