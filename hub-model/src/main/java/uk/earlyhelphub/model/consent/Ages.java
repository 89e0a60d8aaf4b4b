package uk.earlyhelphub.model.consent;

import java.time.LocalDate;
import uk.earlyhelphub.events.ids.PersonId;

/** Answers how old people are without telling when they were born. */
public interface Ages {

    /** Whether a person is 18 or older on a day (R12); false as long as no date of birth is known. */
    boolean isAdult(PersonId person, LocalDate day);
}
