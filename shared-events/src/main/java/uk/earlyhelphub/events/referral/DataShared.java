package uk.earlyhelphub.events.referral;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.ConsentId;
import uk.earlyhelphub.events.ids.OverrideId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.ids.SharingId;
import uk.earlyhelphub.events.privacy.InformationCategory;
import uk.earlyhelphub.events.privacy.ProtectedText;

/** Personal data was shared with a partner agency or the commissioner. */
public record DataShared(
        ReferralId referralId,
        SharingId sharingId,
        Agency recipient,
        PersonId recipientPerson,
        ProtectedText recipientName,
        List<PersonId> people,
        List<InformationCategory> categories,
        List<String> fields,
        SharingPurpose purpose,
        LawfulBasis basis,
        List<ConsentId> consents,
        @Nullable OverrideId override,
        @Nullable Article9Condition article9Condition,
        ProtectedText necessity,
        ProtectedText proportionality,
        SharingChannel channel,
        boolean familyTold,
        @Nullable ProtectedText familyNotToldReason,
        LocalDate sharedOn,
        LocalDate accessUntil)
        implements SharingEvent {
    public DataShared {
        people = List.copyOf(people);
        categories = List.copyOf(categories);
        fields = List.copyOf(fields);
        consents = List.copyOf(consents);
    }
}
