package uk.earlyhelphub.events.referral;

import java.time.LocalDate;
import java.util.List;
import uk.earlyhelphub.events.ids.ConsentId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;

/** A person was asked for consent. */
public record ConsentRequested(
        ReferralId referralId,
        ConsentId consentId,
        PersonId personId,
        List<ConsentPurpose> purposes,
        LocalDate requestedOn,
        LocalDate respondBy)
        implements ConsentEvent {
    public ConsentRequested {
        purposes = List.copyOf(purposes);
    }
}
