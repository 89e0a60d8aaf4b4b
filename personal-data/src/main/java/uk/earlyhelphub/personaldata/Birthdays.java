package uk.earlyhelphub.personaldata;

import java.time.LocalDate;

/** When somebody reaches an age. */
final class Birthdays {
    private Birthdays() {}

    /** The day on which somebody turns so many years old; born on 29 February, on 1 March of a year without that day (R48). */
    static LocalDate turning(LocalDate bornOn, int years) {
        var day = bornOn.plusYears(years);
        return day.getDayOfMonth() == bornOn.getDayOfMonth() ? day : day.plusDays(1);
    }
}
