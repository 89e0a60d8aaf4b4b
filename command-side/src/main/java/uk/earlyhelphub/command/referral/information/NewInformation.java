package uk.earlyhelphub.command.referral.information;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.InformationId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.InformationCategory;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.InformationRecorded;

/** Something that somebody said about a person. */
public record NewInformation(
        InformationId informationId,
        PersonId personId,
        InformationCategory category,
        String kind,
        ProtectedText text,
        ProtectedText source,
        @Nullable LocalDate statedOn) {

    /** That it was recorded in a referral. */
    public InformationRecorded in(ReferralId referral) {
        return new InformationRecorded(referral, informationId, personId, category, kind, text, source, statedOn);
    }
}
