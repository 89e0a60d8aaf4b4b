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
import uk.earlyhelphub.events.referral.Capacity;
import uk.earlyhelphub.events.referral.Competence;
import uk.earlyhelphub.events.referral.ConsentPurpose;
import uk.earlyhelphub.events.referral.ConsentRefused;
import uk.earlyhelphub.platform.commands.Decision;

/** Record that somebody said no. */
public record RefuseConsent(
        ReferralId referralId,
        ConsentId consentId,
        PersonId personId,
        List<ConsentPurpose> purposes,
        PersonId refusedBy,
        Capacity capacity,
        @Nullable Competence competence,
        LocalDate refusedOn,
        @Nullable ProtectedText reason)
        implements ReferralCommand {
    @Override
    public Decision decide(DecisionContext now) {
        now.requireNotAhead(refusedOn, "refusedOn");
        ConsentRules.requireEntitled(now, personId, refusedBy, capacity, competence);
        ConsentRules.requireOpenRequest(now, consentId, personId);
        return ConsentEnds.because(
                Decision.of(new ConsentRefused(
                        referralId, consentId, personId, purposes, refusedBy, capacity, competence, refusedOn, reason)),
                now,
                AccessEnd.CONSENT_ENDED);
    }
}
