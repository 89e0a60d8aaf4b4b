package uk.earlyhelphub.command.referral.consent;

import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.events.hubmeeting.AgendaItemRemoved;
import uk.earlyhelphub.events.referral.AccessEnd;
import uk.earlyhelphub.events.referral.AgendaRemoval;
import uk.earlyhelphub.events.referral.ConsentPurpose;
import uk.earlyhelphub.events.referral.LawfulBasis;
import uk.earlyhelphub.events.referral.PartnerAccessEnded;
import uk.earlyhelphub.events.referral.TakenOffAgenda;
import uk.earlyhelphub.platform.commands.Decision;

/** What the end of a consent brings with it, in the same instant: every access that rested on it is closed. */
public final class ConsentEnds {
    private ConsentEnds() {}

    /** The cause, and with it every access closed and every agenda item taken off that rested on what ended. */
    public static Decision because(Decision cause, DecisionContext now, AccessEnd why) {
        var after = now.stateAfter(cause);
        var decision = cause;
        var coverage = now.coverageOf(after);
        for (var sharing : after.sharings().shared()) {
            if (sharing.data().basis() == LawfulBasis.CONSENT
                    && sharing.open(now.today())
                    && !coverage.stillCovers(sharing.data(), now.today())) {
                decision = decision.and(new PartnerAccessEnded(
                        sharing.data().referralId(),
                        sharing.sharingId(),
                        sharing.data().recipient(),
                        why,
                        now.today()));
            }
        }
        var meeting = after.hub().agenda();
        if (meeting != null
                && coverage.covers(after.intake().child(), ConsentPurpose.DISCUSS_AT_HUB, now.today())
                        .isEmpty()) {
            var referral = after.intake().arrival().referralId();
            var published = now.meetings().apply(meeting).published();
            decision = decision.and(
                    new TakenOffAgenda(referral, meeting, AgendaRemoval.CONSENT_LOST, null),
                    new AgendaItemRemoved(meeting, referral, AgendaRemoval.CONSENT_LOST, published));
        }
        return decision;
    }
}
