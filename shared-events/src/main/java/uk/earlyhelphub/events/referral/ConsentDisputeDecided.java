package uk.earlyhelphub.events.referral;

import java.time.LocalDate;
import java.util.List;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;

/**
 * A manager decided what goes ahead for a child whose parents gave different answers. It holds until one of them answers anew.
 *
 * @param decidedBy the manager's id
 */
public record ConsentDisputeDecided(
        ReferralId referralId,
        PersonId personId,
        List<ConsentPurpose> purposes,
        DisputeOutcome outcome,
        ProtectedText reason,
        String decidedBy,
        LocalDate decidedOn)
        implements ConsentEvent {
    public ConsentDisputeDecided {
        purposes = List.copyOf(purposes);
    }
}
