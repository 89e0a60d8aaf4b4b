package uk.earlyhelphub.api.casefile;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.referral.AgendaRemoval;
import uk.earlyhelphub.events.referral.HubDecision;

/**
 * A referral's way through the Hub meetings.
 *
 * @param <T> how texts are shown
 * @param agenda the id of the meeting on whose agenda it stands now
 * @param returns whether it must go to the Hub again
 */
public record CaseHub<T>(
        @Nullable String agenda,
        List<CaseDiscussion<T>> discussions,
        List<CaseOffAgenda<T>> removals,
        boolean returns) {

    /**
     * A meeting discussed it and decided.
     *
     * @param present the ids of those who were there
     * @param follows the id of the earlier discussion that it takes up
     */
    public record CaseDiscussion<T>(
            String discussionId,
            String meetingId,
            LocalDate discussedOn,
            List<String> present,
            List<CaseOption> options,
            HubDecision decision,
            T rationale,
            List<CaseDissent<T>> dissent,
            String decidedBy,
            @Nullable String follows) {}

    /** One way forward that was weighed; {@code offerId} names the service, if it is one. */
    public record CaseOption(HubDecision decision, @Nullable String offerId) {}

    /** One member's disagreement, with the reason. */
    public record CaseDissent<T>(String member, T reason) {}

    /** It left an agenda. */
    public record CaseOffAgenda<T>(
            String meetingId, AgendaRemoval cause, @Nullable T reason) {}
}
