package uk.earlyhelphub.events.referral;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.InformationId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.InformationCategory;
import uk.earlyhelphub.events.privacy.ProtectedText;

/** Information about a person was recorded under one of the notice's five categories. */
public record InformationRecorded(
        ReferralId referralId,
        InformationId informationId,
        PersonId personId,
        InformationCategory category,
        String kind,
        ProtectedText text,
        ProtectedText source,
        @Nullable LocalDate statedOn)
        implements HouseholdEvent {}
