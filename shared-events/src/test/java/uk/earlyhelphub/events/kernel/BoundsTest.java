package uk.earlyhelphub.events.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BoundsTest {
    private record Inner(@Nullable LocalDate on) {}

    private record Outer(
            List<Inner> dates,
            String text,
            long number,
            @Nullable Instant at) {}

    private static Outer with(@Nullable LocalDate on) {
        return new Outer(List.of(new Inner(null), new Inner(on)), "x", 1, null);
    }

    @Test
    void the_bounds_themselves_are_within() {
        assertThat(Bounds.broken(with(Bounds.EARLIEST))).isEmpty();
        assertThat(Bounds.broken(with(Bounds.LATEST))).isEmpty();
        assertThat(Bounds.broken(new Outer(List.of(), "x".repeat(120_000), 1_000_000_000L, Instant.EPOCH)))
                .isEmpty();
    }

    @Test
    void what_lies_outside_is_named_by_its_path_and_its_rule() {
        for (var on : List.of(Bounds.EARLIEST.minusDays(1), Bounds.LATEST.plusDays(1), LocalDate.MAX, LocalDate.MIN)) {
            assertThat(Bounds.broken(with(on))).contains(new Bounds.Fault("dates[1].on", Bounds.DATE_RANGE));
        }
        assertThat(Bounds.broken(new Outer(List.of(), "x", 1, Instant.MAX)))
                .contains(new Bounds.Fault("at", Bounds.DATE_RANGE));
        assertThat(Bounds.broken(new Outer(List.of(), "x", Long.MIN_VALUE, null)))
                .contains(new Bounds.Fault("number", Bounds.NUMBER_RANGE));
        assertThat(Bounds.broken(new Outer(List.of(), "x".repeat(120_001), 1, null)))
                .contains(new Bounds.Fault("text", Bounds.TEXT_LENGTH));
        assertThat(Bounds.broken(new Outer(List.of(), "\0", 1, null)))
                .contains(new Bounds.Fault("text", Bounds.TEXT_CHARACTERS));
        assertThat(Bounds.broken(new Outer(Collections.nCopies(1001, new Inner(null)), "x", 1, null)))
                .contains(new Bounds.Fault("dates", Bounds.LIST_SIZE));
    }
}
