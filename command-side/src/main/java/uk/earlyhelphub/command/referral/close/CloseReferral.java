package uk.earlyhelphub.command.referral.close;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.events.hubmeeting.AgendaItemRemoved;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.kernel.HubEvent;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.AccessEnd;
import uk.earlyhelphub.events.referral.AgendaRemoval;
import uk.earlyhelphub.events.referral.ClosureReason;
import uk.earlyhelphub.events.referral.PartnerAccessEnded;
import uk.earlyhelphub.events.referral.ReferralClosed;
import uk.earlyhelphub.events.referral.TakenOffAgenda;
import uk.earlyhelphub.platform.commands.Decision;

/** Close the referral, with the reason; what partners could still read is closed with it. */
public record CloseReferral(
        ReferralId referralId,
        ClosureReason reasonCode,
        @Nullable ProtectedText reason) implements ReferralCommand {
    @Override
    public Decision decide(DecisionContext now) {
        var events = new ArrayList<HubEvent>();
        var meeting = now.state().hub().agenda();
        if (meeting != null) {
            var published = now.meetings().apply(meeting).published();
            events.add(new TakenOffAgenda(referralId, meeting, AgendaRemoval.CLOSED, null));
            events.add(new AgendaItemRemoved(meeting, referralId, AgendaRemoval.CLOSED, published));
        }
        for (var sharing : now.state().sharings().shared()) {
            if (sharing.open(now.today())) {
                events.add(new PartnerAccessEnded(
                        referralId,
                        sharing.sharingId(),
                        sharing.data().recipient(),
                        AccessEnd.REFERRAL_CLOSED,
                        now.today()));
            }
        }
        events.add(new ReferralClosed(referralId, reasonCode, reason, now.today()));
        return new Decision(events);
    }
}
