package uk.earlyhelphub.model.consent;

import java.time.LocalDate;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.privacy.AgeBand;

/** Answers how old people are without telling when they were born. */
public interface Ages {

    /** How old a person is on a day. */
    AgeBand on(PersonId person, LocalDate day);

    /** Whether a person is 18 or older on a day (R12); false as long as no date of birth is known. */
    default boolean isAdult(PersonId person, LocalDate day) {
        return on(person, day) == AgeBand.ADULT;
    }
}
