package uk.earlyhelphub.model.referral;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.MeetingId;
import uk.earlyhelphub.events.referral.DiscussedAtHub;
import uk.earlyhelphub.events.referral.HubDecision;
import uk.earlyhelphub.events.referral.HubJourneyEvent;
import uk.earlyhelphub.events.referral.PutOnAgenda;
import uk.earlyhelphub.events.referral.ReturnsToHub;
import uk.earlyhelphub.events.referral.TakenOffAgenda;

/**
 * The referral's way through the Hub meetings.
 *
 * @param agenda the meeting on whose agenda it stands now
 * @param returns whether it must go to the Hub again: deferred, declined by the provider, reopened or stepped down
 */
public record HubJourney(
        @Nullable MeetingId agenda, List<DiscussedAtHub> discussions, List<TakenOffAgenda> removals, boolean returns) {

    /** Before any meeting. */
    public static final HubJourney NONE = new HubJourney(null, List.of(), List.of(), false);

    HubJourney after(HubJourneyEvent event) {
        return switch (event) {
            case PutOnAgenda e -> new HubJourney(e.meetingId(), discussions, removals, returns);
            case TakenOffAgenda e -> new HubJourney(null, discussions, Intake.plus(removals, e), returns);
            case DiscussedAtHub e ->
                new HubJourney(null, Intake.plus(discussions, e), removals, e.decision() == HubDecision.DEFER);
        };
    }

    /** Once something happened after which the last decision stands no more ({@link ReturnsToHub}). */
    HubJourney again() {
        return new HubJourney(agenda, discussions, removals, true);
    }

    public @Nullable DiscussedAtHub latest() {
        return discussions.isEmpty() ? null : discussions.getLast();
    }

    /** Whether the last decision still stands, so that what it decided may be done. */
    public boolean decided() {
        return !discussions.isEmpty() && !returns;
    }
}
