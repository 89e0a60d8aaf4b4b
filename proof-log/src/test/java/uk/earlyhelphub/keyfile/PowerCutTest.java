package uk.earlyhelphub.keyfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.earlyhelphub.keyfile.ForgetfulDisk.Ended;
import uk.earlyhelphub.keyfile.ForgetfulDisk.Left;
import uk.earlyhelphub.keyfile.ForgetfulDisk.Omission;

/** Between any two steps the power may go, or the process may be ended: no key that somebody relied upon is ever lost. */
class PowerCutTest {
    private static final Path FILE = Path.of("/data/hub/keys/key");
    private static final String KEY = "a key that texts are sealed under\n";

    /** As the Hub does at a start: a key that is there is used, and one that is not is made. Answers the key it relies upon. */
    private static String rely(ForgetfulDisk disk, String fresh) throws IOException {
        var writer = new KeyWriter(disk);
        if (!disk.taken(FILE)) {
            writer.write(FILE, fresh, true);
        }
        return writer.read(FILE);
    }

    private static void requireKept(ForgetfulDisk disk, String relied, String when) throws IOException {
        disk.goOn();
        assertThat(disk.taken(FILE)).as("the key is there " + when).isTrue();
        assertThat(new KeyWriter(disk).read(FILE)).as(when).isEqualTo(relied);
    }

    /** Ends the process before each of its steps in turn; then the power goes. Answers how many steps there were. */
    private static int powerGoesAtEachStep(Left left, Omission... omitted) throws IOException {
        for (var step = 0; ; step++) {
            var disk = new ForgetfulDisk(omitted);
            disk.endAfter(step);
            try {
                new KeyWriter(disk).write(FILE, KEY, true);
            } catch (Ended _) {
                disk.cutPower(left);
                requireNothingHalf(disk, step);
                // Nobody relied upon it, so that another one may be made, unless it is there, whole.
                var next = rely(disk, "another");
                disk.cutPower(Left.NOTHING);
                requireKept(disk, next, "after the second start, first ended before step " + step);
                continue;
            }
            disk.cutPower(left);
            requireKept(disk, KEY, "after it was written");
            return step;
        }
    }

    private static void requireNothingHalf(ForgetfulDisk disk, int step) throws IOException {
        if (disk.taken(FILE)) {
            assertThat(new KeyWriter(disk).read(FILE)).as("before step " + step).isEqualTo(KEY);
        }
    }

    /** The process is ended and the machine goes on; the next one finds what was left; then the power goes. */
    private static void killedAtEachStep(Left left, Omission... omitted) throws IOException {
        for (var step = 0; ; step++) {
            var disk = new ForgetfulDisk(omitted);
            disk.endAfter(step);
            try {
                new KeyWriter(disk).write(FILE, KEY, true);
            } catch (Ended _) {
                disk.goOn();
                var relied = rely(disk, "another");
                disk.cutPower(left);
                requireKept(disk, relied, "after the first was ended before step " + step);
                continue;
            }
            return;
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_key_that_was_written_outlives_a_power_cut_and_one_that_was_not_is_nothing_or_whole(Left left)
            throws IOException {
        assertThat(powerGoesAtEachStep(left)).isGreaterThan(10);
    }

    @ParameterizedTest
    @EnumSource
    void a_key_that_a_process_left_when_it_was_ended_is_on_disk_before_the_next_relies_upon_it(Left left)
            throws IOException {
        killedAtEachStep(left);
    }

    @Test
    void the_power_may_go_while_the_next_process_reads() throws IOException {
        for (var step = 0; step < 40; step++) {
            for (var ended = 0; ended < 12; ended++) {
                var disk = new ForgetfulDisk();
                disk.endAfter(step);
                try {
                    new KeyWriter(disk).write(FILE, KEY, true);
                } catch (Ended _) {
                    disk.endAfter(ended);
                }
                var relied = relyOrEnd(disk);
                disk.cutPower(Left.NOTHING);
                if (relied != null) {
                    requireKept(disk, relied, "written up to step " + step + ", read up to " + ended);
                } else {
                    var next = rely(disk, "a third");
                    disk.cutPower(Left.HALF);
                    requireKept(disk, next, "at the third start");
                }
            }
        }
    }

    private static @Nullable String relyOrEnd(ForgetfulDisk disk) throws IOException {
        try {
            return rely(disk, "another");
        } catch (Ended _) {
            return null;
        }
    }

    /** A rig that finds nothing would say nothing. */
    @ParameterizedTest
    @EnumSource
    void a_step_that_is_left_out_loses_a_key(Omission omission) {
        assertThatThrownBy(() -> {
                    for (var left : Left.values()) {
                        powerGoesAtEachStep(left, omission);
                    }
                })
                .isInstanceOfAny(AssertionError.class, IOException.class);
    }
}
