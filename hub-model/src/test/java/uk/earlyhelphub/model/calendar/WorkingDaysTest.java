package uk.earlyhelphub.model.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

    /** Dates worked by hand from the rules R3, R52-R55, R57 and R58. */
    @ParameterizedTest
    @CsvSource({
        "2026-08-28, 1, 2026-09-01",
        "2026-12-24, 1, 2026-12-29",
        "2026-11-27, 1, 2026-11-30",
        "2026-12-14, 10, 2026-12-30",
        "2026-11-23, 10, 2026-12-07",
        "2027-02-01, 25, 2027-03-08",
        "2027-05-10, 20, 2027-06-08",
        "2027-07-06, 5, 2027-07-13",
        "2026-12-14, 5, 2026-12-21",
        "2026-12-16, 20, 2027-01-18",
        "2026-11-23, 45, 2027-01-28",
        "2026-12-14, 15, 2027-01-07"
    })
    void counts_from_the_next_working_day(LocalDate start, int days, LocalDate due) {
        assertThat(WorkingDays.england().after(start, days)).isEqualTo(due);
    }

    @Test
    void refuses_a_year_without_bank_holidays_on_file() {
        assertThatThrownBy(() -> WorkingDays.england().after(LocalDate.of(2028, 12, 29), 3))
                .hasMessageContaining("2029");
        assertThat(WorkingDays.england().covers(LocalDate.of(2028, 12, 29), 3)).isFalse();
        assertThat(WorkingDays.england().covers(LocalDate.of(2025, 11, 3), 1)).isFalse();
        assertThat(WorkingDays.england().covers(LocalDate.of(2028, 12, 22), 1)).isTrue();
    }

    @Test
    void a_year_that_is_not_complete_is_refused_and_named() {
        var complete = IntStream.rangeClosed(1, 8)
                .mapToObj(day -> "2030-01-0" + day + " a day off")
                .collect(Collectors.joining("\n"));
        assertThat(WorkingDays.of("# comment\n\n" + complete).isWorkingDay(LocalDate.of(2030, 1, 7)))
                .isFalse();
        assertThatThrownBy(() -> WorkingDays.of(complete + "\n2031-01-01")).hasMessageContaining("2031");
        assertThatThrownBy(() -> WorkingDays.of(complete + "\n2032-01-01")).hasMessageContaining("2031");
        assertThatThrownBy(() -> WorkingDays.of("1 January 2030")).hasMessageContaining("1 January 2030");
        assertThatThrownBy(() -> WorkingDays.of("# nothing")).hasMessageContaining("no bank holidays");
    }
}
