package uk.earlyhelphub.command.referral.people;

import java.util.List;
import java.util.Map;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.Answer;
import uk.earlyhelphub.events.referral.PartInFamily;
import uk.earlyhelphub.events.referral.PersonAdded;
import uk.earlyhelphub.events.referral.PersonDetail;
import uk.earlyhelphub.events.referral.Relationship;

/**
 * Somebody who becomes part of a referral.
 *
 * @param details what is known of them, sealed
 * @param notKnown what nobody knows, by name
 */
public record NewPerson(
        PersonId personId,
        PartInFamily part,
        Map<PersonDetail, ProtectedText> details,
        Answer interpreterNeeded,
        Answer privateFostering,
        boolean inHousehold,
        List<Relationship> relationships,
        List<String> notKnown) {

    public NewPerson {
        details = Map.copyOf(details);
        relationships = List.copyOf(relationships);
        notKnown = List.copyOf(notKnown);
    }

    /** That they became part of a referral. */
    public PersonAdded in(ReferralId referral) {
        return new PersonAdded(
                referral,
                personId,
                part,
                details.get(PersonDetail.NAME),
                details.get(PersonDetail.ALSO_KNOWN_AS),
                details.get(PersonDetail.DATE_OF_BIRTH),
                details.get(PersonDetail.DUE_ON),
                details.get(PersonDetail.GENDER),
                details.get(PersonDetail.NHS_NUMBER),
                details.get(PersonDetail.UPN),
                details.get(PersonDetail.UPRN),
                details.get(PersonDetail.ADDRESS),
                details.get(PersonDetail.POSTCODE),
                details.get(PersonDetail.PHONE),
                details.get(PersonDetail.EMAIL),
                details.get(PersonDetail.SCHOOL),
                details.get(PersonDetail.GP),
                details.get(PersonDetail.LANGUAGE),
                interpreterNeeded,
                privateFostering,
                inHousehold,
                relationships,
                notKnown);
    }
}
