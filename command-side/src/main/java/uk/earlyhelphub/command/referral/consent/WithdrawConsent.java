package uk.earlyhelphub.command.referral.consent;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.events.ids.ConsentId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.AccessEnd;
import uk.earlyhelphub.events.referral.Competence;
import uk.earlyhelphub.events.referral.ConsentPurpose;
import uk.earlyhelphub.events.referral.ConsentWithdrawn;
import uk.earlyhelphub.events.referral.WithdrawalChannel;
import uk.earlyhelphub.platform.commands.Decision;
import uk.earlyhelphub.platform.commands.Refused;

/**
 * Take consent back, by whatever channel: it ends at once, for every purpose named.
 *
 * @param competence the assessment of a child who takes it back and whose understanding had not been assessed before
 */
public record WithdrawConsent(
        ReferralId referralId,
        ConsentId consentId,
        PersonId personId,
        List<ConsentPurpose> purposes,
        PersonId withdrawnBy,
        WithdrawalChannel channel,
        LocalDate withdrawnOn,
        @Nullable ProtectedText reason,
        @Nullable Competence competence)
        implements ReferralCommand {
    @Override
    public Decision decide(DecisionContext now) {
        now.requireNotAhead(withdrawnOn, "withdrawnOn");
        var consent = now.state().consents().find(consentId);
        if (consent.isEmpty()
                || consent.get().given() == null
                || !consent.get().personId().equals(personId)
                || !consent.get().purposes().containsAll(purposes)) {
            throw Refused.by(
                    ConsentRule.CONSENT_NOT_GIVEN,
                    "purposes",
                    "There is no such consent of this person for all of these purposes.");
        }
        var capacity = ConsentRules.requireMayWithdraw(now, consent.get(), withdrawnBy, competence);
        return ConsentEnds.because(
                Decision.of(new ConsentWithdrawn(
                        referralId,
                        consentId,
                        personId,
                        purposes,
                        withdrawnBy,
                        channel,
                        withdrawnOn,
                        reason,
                        capacity,
                        competence)),
                now,
                AccessEnd.CONSENT_WITHDRAWN);
    }
}
