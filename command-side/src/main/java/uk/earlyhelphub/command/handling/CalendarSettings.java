package uk.earlyhelphub.command.handling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import uk.earlyhelphub.model.calendar.WorkingDays;
import uk.earlyhelphub.platform.start.StartRefused;

/**
 * Which days are working days.
 *
 * @param bankHolidays a file with bank holidays in the form of the one that comes along; empty for that one
 */
@ConfigurationProperties("hub")
record CalendarSettings(@DefaultValue("") String bankHolidays) {

    /** The calendar. Throws {@code StartRefused} if the file cannot be read, or has a year that is not complete. */
    WorkingDays workingDays() {
        try {
            return bankHolidays.isBlank()
                    ? WorkingDays.england()
                    : WorkingDays.of(Files.readString(Path.of(bankHolidays)));
        } catch (IOException | IllegalArgumentException e) {
            throw new StartRefused(
                    "The bank holidays in " + bankHolidays + " cannot be used: " + e.getMessage() + ".",
                    "Check the file that hub.bank-holidays names.",
                    e);
        }
    }
}
