package uk.earlyhelphub.events.referral;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.DiscussionId;
import uk.earlyhelphub.events.ids.MeetingId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;

/** The Hub meeting discussed the referral and decided; what was weighed, and who disagreed, stays with the decision. */
public record DiscussedAtHub(
        ReferralId referralId,
        DiscussionId discussionId,
        MeetingId meetingId,
        LocalDate discussedOn,
        List<String> present,
        List<Option> options,
        HubDecision decision,
        ProtectedText rationale,
        List<Dissent> dissent,
        String decidedBy,
        @Nullable DiscussionId follows)
        implements HubJourneyEvent {
    public DiscussedAtHub {
        present = List.copyOf(present);
        options = List.copyOf(options);
        dissent = List.copyOf(dissent);
    }
}
