package uk.earlyhelphub.events.referral;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;

/** A person became part of the referral, with what is known of them; what nobody knows is listed by name. */
public record PersonAdded(
        ReferralId referralId,
        PersonId personId,
        PartInFamily part,
        @Nullable ProtectedText name,
        @Nullable ProtectedText alsoKnownAs,
        @Nullable ProtectedText dateOfBirth,
        @Nullable ProtectedText dueOn,
        @Nullable ProtectedText gender,
        @Nullable ProtectedText nhsNumber,
        @Nullable ProtectedText upn,
        @Nullable ProtectedText uprn,
        @Nullable ProtectedText address,
        @Nullable ProtectedText postcode,
        @Nullable ProtectedText phone,
        @Nullable ProtectedText email,
        @Nullable ProtectedText school,
        @Nullable ProtectedText gp,
        @Nullable ProtectedText language,
        Answer interpreterNeeded,
        Answer privateFostering,
        boolean inHousehold,
        List<Relationship> relationships,
        List<String> notKnown)
        implements HouseholdEvent {
    public PersonAdded {
        relationships = List.copyOf(relationships);
        notKnown = List.copyOf(notKnown);
    }
}
