package uk.earlyhelphub.command.referral.consent;

import uk.earlyhelphub.command.referral.Decision;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.referral.ConsentGiven;
import uk.earlyhelphub.events.referral.ConsentPurpose;
import uk.earlyhelphub.platform.commands.Refused;

/** Record that somebody said yes, in so many words. */
public record RecordConsent(ConsentGiven consent) implements ReferralCommand {
    @Override
    public ReferralId referralId() {
        return consent.referralId();
    }

    @Override
    public Decision decide(DecisionContext now) {
        now.requireNotAhead(consent.givenOn(), "givenOn");
        now.requireAhead(consent.reviewOn(), "reviewOn");
        ConsentRules.requireEntitled(
                now, consent.personId(), consent.givenBy(), consent.capacity(), consent.competence());
        ConsentRules.requireNoCompetentRefusal(now, consent.personId(), consent.capacity(), consent.purposes());
        var shares = consent.purposes().contains(ConsentPurpose.SHARE_WITH_AGENCIES);
        if (shares && (consent.agencies().isEmpty() || consent.categories().isEmpty())) {
            throw Refused.invalid(
                    "agencies",
                    "agencies-required",
                    "Consent to share names the agencies and the categories it is for (R7).");
        }
        if (!shares && !consent.agencies().isEmpty()) {
            throw Refused.invalid(
                    "purposes", "purpose-required", "Agencies are named, but not the purpose of sharing.");
        }
        ConsentRules.requireOpenRequest(now, consent.consentId(), consent.personId());
        return Decision.of(consent);
    }
}
