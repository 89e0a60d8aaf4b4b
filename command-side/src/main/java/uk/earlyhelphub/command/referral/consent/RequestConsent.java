package uk.earlyhelphub.command.referral.consent;

import uk.earlyhelphub.command.referral.Decision;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.referral.ConsentRequested;

/** Ask a person for consent. */
public record RequestConsent(ConsentRequested request) implements ReferralCommand {
    @Override
    public ReferralId referralId() {
        return request.referralId();
    }

    @Override
    public Decision decide(DecisionContext now) {
        now.requirePerson(request.personId(), "personId");
        now.requireNotAhead(request.requestedOn(), "requestedOn");
        now.requireAhead(request.respondBy(), "respondBy");
        return Decision.of(request);
    }
}
