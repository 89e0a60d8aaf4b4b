package uk.earlyhelphub.model.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Counts working days in England: not Saturdays, Sundays or bank holidays (R1, R3). Day one is the next working day. */
public final class WorkingDays {
    private static final int EVERY_YEAR = 8;
    private final Set<LocalDate> holidays;
    private final int firstYear;
    private final int lastYear;

    /**
     * @param holidays every bank holiday of the years the calendar covers, in order of date
     */
    private WorkingDays(Set<LocalDate> holidays) {
        var sorted = new TreeSet<>(holidays);
        this.holidays = Set.copyOf(sorted);
        this.firstYear = sorted.first().getYear();
        this.lastYear = sorted.last().getYear();
    }

    /** England and Wales, for the years that this release knows. */
    public static WorkingDays england() {
        try (var stream = Objects.requireNonNull(WorkingDays.class.getResourceAsStream("/calendar/england.txt"))) {
            return of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("This release has no bank holidays", e);
        }
    }

    /**
     * The bank holidays of a file, one a line: a date and, if wanted, its name. Lines that begin with {@code #} are skipped.
     *
     * @throws IllegalArgumentException if a line is no date, or a year is not complete: a due date would come out too early
     */
    public static WorkingDays of(String file) {
        var days = new TreeSet<LocalDate>();
        for (var line : file.lines().map(String::strip).toList()) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                try {
                    days.add(LocalDate.parse(line.split("\\s", 2)[0]));
                } catch (DateTimeParseException _) {
                    throw new IllegalArgumentException("Not a date in the bank holidays: " + line);
                }
            }
        }
        if (days.isEmpty()) {
            throw new IllegalArgumentException("There are no bank holidays on file");
        }
        for (int year = days.first().getYear(); year <= days.last().getYear(); year++) {
            var first = LocalDate.of(year, 1, 1);
            var known = days.subSet(first, first.plusYears(1)).size();
            if (known < EVERY_YEAR) {
                throw new IllegalArgumentException("The bank holidays of " + year + " are not complete: " + known
                        + " of " + EVERY_YEAR + " or more");
            }
        }
        return new WorkingDays(days);
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
