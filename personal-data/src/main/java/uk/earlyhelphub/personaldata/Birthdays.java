package uk.earlyhelphub.personaldata;

import java.time.LocalDate;
import uk.earlyhelphub.events.privacy.AgeBand;

/** When somebody reaches an age. */
public final class Birthdays {
    private Birthdays() {}

    /** The day on which somebody turns so many years old; born on 29 February, on 1 March of a year without that day (R48). */
    static LocalDate turning(LocalDate bornOn, int years) {
        var day = bornOn.plusYears(years);
        return day.getDayOfMonth() == bornOn.getDayOfMonth() ? day : day.plusDays(1);
    }

    /** How old somebody is on a day; not yet born counts as under 16. */
    public static AgeBand bandOn(LocalDate day, LocalDate bornOn) {
        if (!day.isBefore(turning(bornOn, 18))) {
            return AgeBand.ADULT;
        }
        return day.isBefore(turning(bornOn, 16)) ? AgeBand.UNDER_16 : AgeBand.AGED_16_OR_17;
    }
}
