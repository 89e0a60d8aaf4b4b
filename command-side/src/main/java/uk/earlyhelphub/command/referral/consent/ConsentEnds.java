package uk.earlyhelphub.command.referral.consent;

import java.time.LocalDate;
import java.util.Set;
import uk.earlyhelphub.command.referral.Decision;
import uk.earlyhelphub.command.referral.Situation;
import uk.earlyhelphub.events.hubmeeting.AgendaItemRemoved;
import uk.earlyhelphub.events.referral.AccessEnd;
import uk.earlyhelphub.events.referral.AgendaRemoval;
import uk.earlyhelphub.events.referral.ConsentPurpose;
import uk.earlyhelphub.events.referral.DataShared;
import uk.earlyhelphub.events.referral.LawfulBasis;
import uk.earlyhelphub.events.referral.PartnerAccessEnded;
import uk.earlyhelphub.events.referral.ReferralEvent;
import uk.earlyhelphub.events.referral.TakenOffAgenda;
import uk.earlyhelphub.events.referral.state.ReferralState;

/** What the end of a consent brings with it, in the same instant: every access that rested on it is closed. */
final class ConsentEnds {
    private ConsentEnds() {}

    static Decision because(Decision cause, Situation now, AccessEnd why) {
        var after = now.state();
        for (var event : cause.events()) {
            after = after.after((ReferralEvent) event);
        }
        var decision = cause;
        for (var sharing : after.sharings().shared()) {
            if (sharing.open(now.today()) && !stillCovered(sharing.data(), after, now.today())) {
                decision = decision.and(new PartnerAccessEnded(
                        sharing.data().referralId(),
                        sharing.sharingId(),
                        sharing.data().recipient(),
                        why,
                        now.today()));
            }
        }
        var meeting = after.hub().agenda();
        if (meeting != null && !after.clearedForHub(now.today())) {
            var referral = after.intake().arrival().referralId();
            var published = now.meetings().apply(meeting).published();
            decision = decision.and(
                    new TakenOffAgenda(referral, meeting, AgendaRemoval.CONSENT_LOST, null),
                    new AgendaItemRemoved(meeting, referral, AgendaRemoval.CONSENT_LOST, published));
        }
        return decision;
    }

    private static boolean stillCovered(DataShared data, ReferralState state, LocalDate today) {
        return data.basis() != LawfulBasis.CONSENT
                || data.people().stream()
                        .allMatch(person -> state.consents()
                                .latest(person, ConsentPurpose.SHARE_WITH_AGENCIES)
                                .filter(c -> c.coversSharing(data.recipient(), Set.copyOf(data.categories()), today))
                                .isPresent());
    }
}
