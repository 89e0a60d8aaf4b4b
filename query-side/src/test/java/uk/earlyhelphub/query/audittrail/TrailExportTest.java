package uk.earlyhelphub.query.audittrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.earlyhelphub.api.trail.TrailPage.TrailLine;
import uk.earlyhelphub.platform.engine.EventPosition;

class TrailExportTest {
    private static final int LINES = 30_000;

    /** Invents a trail of {@link #LINES} lines, and looks at the memory in use when the third page and the last are asked for. */
    private static final class LongTrail implements TrailExport.Source {
        private final String payload =
                "{\"projection\":\"casefile\",\"applied\":3,\"note\":\"" + "x".repeat(400) + "\"}";
        private int asked;
        private int most;
        private long early;
        private long late;

        @Override
        public List<TrailLines.Line> page(TrailFilter filter, EventPosition after, int limit) {
            most = Math.max(most, limit);
            asked++;
            if (asked == 3) {
                early = inUse();
            }
            if (after.index() == LINES) {
                late = inUse();
            }
            return LongStream.rangeClosed(after.index() + 1, Math.min(LINES, after.index() + limit))
                    .mapToObj(n -> new TrailLines.Line(
                            new EventPosition(1, n, n),
                            UUID.randomUUID().toString(),
                            "t",
                            Instant.EPOCH,
                            null,
                            1,
                            payload + n,
                            "{}"))
                    .toList();
        }

        @Override
        public TrailLine entry(TrailLines.Line line, Narrator narrator) {
            return new TrailLine(
                    line.position().toString(),
                    line.at(),
                    line.payload(),
                    "a",
                    "CASEWORKER",
                    "afc",
                    "OPERATE",
                    line.type(),
                    line.eventId(),
                    "c",
                    null,
                    "/p");
        }

        @Override
        public UnaryOperator<String> colleagues() {
            return UnaryOperator.identity();
        }

        private static long inUse() {
            var memory = ManagementFactory.getMemoryMXBean();
            memory.gc();
            return memory.getHeapMemoryUsage().getUsed();
        }
    }

    @ParameterizedTest
    @EnumSource(TrailExport.Format.class)
    void a_long_trail_leaves_in_the_memory_of_a_short_one(TrailExport.Format format) throws IOException {
        var trail = new LongTrail();
        var none = TrailFilter.everything();
        var lines = new TrailExport(trail, page -> page, none, format, "c").writeTo(OutputStream.nullOutputStream());
        assertThat(lines).isEqualTo(LINES);
        assertThat(trail.most).isEqualTo(500);
        // All of it would be more than fifteen megabytes.
        assertThat(trail.late - trail.early).isLessThan(3_000_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+44", "-2", "@SUM(A1)", "\tx", "\rx", "\nx", "|calc", "%x"})
    void what_a_spreadsheet_would_run_becomes_text(String cell) {
        assertThat(TrailExport.noFormula(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Amy Khan", "a=b", "1-2", " =x"})
    void everything_else_is_left_as_it_is(String cell) {
        assertThat(TrailExport.noFormula(cell)).isEqualTo(cell);
    }
}
