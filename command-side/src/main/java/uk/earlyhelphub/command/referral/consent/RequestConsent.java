package uk.earlyhelphub.command.referral.consent;

import java.time.LocalDate;
import java.util.List;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.events.ids.ConsentId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.referral.ConsentPurpose;
import uk.earlyhelphub.events.referral.ConsentRequested;
import uk.earlyhelphub.platform.commands.Decision;

/** Ask a person for consent. */
public record RequestConsent(
        ReferralId referralId,
        ConsentId consentId,
        PersonId personId,
        List<ConsentPurpose> purposes,
        LocalDate requestedOn,
        LocalDate respondBy)
        implements ReferralCommand {
    @Override
    public Decision decide(DecisionContext now) {
        now.requirePerson(personId, "personId");
        now.requireNotAhead(requestedOn, "requestedOn");
        now.requireAhead(respondBy, "respondBy");
        return Decision.of(new ConsentRequested(referralId, consentId, personId, purposes, requestedOn, respondBy));
    }
}
