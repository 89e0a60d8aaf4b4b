package uk.earlyhelphub.command.clock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;

/** Counts working days in England: not Saturdays, Sundays or bank holidays (R1, R3). Day one is the next working day. */
public final class WorkingDays {
    private final Set<LocalDate> holidays;
    private final int firstYear;
    private final int lastYear;

    /**
     * @param holidays every bank holiday of the years the calendar covers, in order of date
     */
    public WorkingDays(Set<LocalDate> holidays) {
        var sorted = new TreeSet<>(holidays);
        this.holidays = Set.copyOf(sorted);
        this.firstYear = sorted.first().getYear();
        this.lastYear = sorted.last().getYear();
    }

    /** England and Wales as published, 2026 to 2028. */
    public static WorkingDays england() {
        return new WorkingDays(Set.of(
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 4, 3),
                LocalDate.of(2026, 4, 6),
                LocalDate.of(2026, 5, 4),
                LocalDate.of(2026, 5, 25),
                LocalDate.of(2026, 8, 31),
                LocalDate.of(2026, 12, 25),
                LocalDate.of(2026, 12, 28),
                LocalDate.of(2027, 1, 1),
                LocalDate.of(2027, 3, 26),
                LocalDate.of(2027, 3, 29),
                LocalDate.of(2027, 5, 3),
                LocalDate.of(2027, 5, 31),
                LocalDate.of(2027, 8, 30),
                LocalDate.of(2027, 12, 27),
                LocalDate.of(2027, 12, 28),
                LocalDate.of(2028, 1, 3),
                LocalDate.of(2028, 4, 14),
                LocalDate.of(2028, 4, 17),
                LocalDate.of(2028, 5, 1),
                LocalDate.of(2028, 5, 29),
                LocalDate.of(2028, 8, 28),
                LocalDate.of(2028, 12, 25),
                LocalDate.of(2028, 12, 26)));
    }

    /**
     * The date some working days after a date.
     *
     * @throws IllegalArgumentException if the count runs into a year without bank holiday data
     */
    public LocalDate after(LocalDate start, int workingDays) {
        var day = start;
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(1);
            if (day.getYear() < firstYear || day.getYear() > lastYear) {
                throw new IllegalArgumentException("There are no bank holidays on file for " + day.getYear());
            }
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    /** Whether a count from a date stays within the years on file. */
    public boolean covers(LocalDate start, int workingDays) {
        try {
            after(start, workingDays);
            return start.getYear() >= firstYear;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /** Whether a date is a working day. */
    public boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.contains(day);
    }
}
