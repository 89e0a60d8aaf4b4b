package uk.earlyhelphub.events.referral;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.ConsentId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.InformationCategory;

/** A person, or somebody entitled to answer for them, said yes in so many words (R6-R8). */
public record ConsentGiven(
        ReferralId referralId,
        ConsentId consentId,
        PersonId personId,
        List<ConsentPurpose> purposes,
        List<Agency> agencies,
        List<InformationCategory> categories,
        PersonId givenBy,
        Capacity capacity,
        @Nullable Competence competence,
        AnswerMethod method,
        String wordingVersion,
        String noticeVersion,
        LocalDate givenOn,
        LocalDate reviewOn)
        implements ConsentEvent {
    public ConsentGiven {
        purposes = List.copyOf(purposes);
        agencies = List.copyOf(agencies);
        categories = List.copyOf(categories);
    }
}
