package uk.earlyhelphub.events.referral;

import java.time.LocalDate;
import java.util.List;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.ids.SharingId;
import uk.earlyhelphub.events.kernel.AccountableRefusal;
import uk.earlyhelphub.events.privacy.InformationCategory;

/** Sharing was asked for and refused, naming the rule that stood in the way. */
public record SharingRefused(
        ReferralId referralId,
        SharingId sharingId,
        Agency recipient,
        List<PersonId> people,
        List<InformationCategory> categories,
        SharingPurpose purpose,
        LawfulBasis basis,
        String rule,
        LocalDate refusedOn)
        implements SharingEvent, AccountableRefusal {
    public SharingRefused {
        people = List.copyOf(people);
        categories = List.copyOf(categories);
    }
}
