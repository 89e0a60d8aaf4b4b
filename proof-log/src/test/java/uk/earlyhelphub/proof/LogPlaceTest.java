package uk.earlyhelphub.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogPlaceTest {
    private final History history = History.random(300, new Random(4));
    private final PublicLogKey key = History.KEY.publicKey();

    @TempDir
    private Path folder;

    private void fill() throws Exception {
        try (var place = LogPlace.open(folder, key)) {
            assertThat(place.found()).isNull();
            for (var checkpoint : history.checkpoints) {
                var to = (int) checkpoint.checkpoint().size();
                place.add(history.log.subList((int) place.size(), to));
                place.publish(checkpoint);
            }
        }
    }

    @Test
    void what_was_published_is_there_when_it_is_opened_again() throws Exception {
        fill();
        try (var place = LogPlace.open(folder, key)) {
            assertThat(String.valueOf(place.found()))
                    .isEqualTo(history.checkpoints.getLast().note());
            assertThat(place.leaves(0, 1000)).isEqualTo(history.log);
            assertThat(place.leaf(299)).isEqualTo(history.log.get(299));
            assertThat(place.leaves(300, 5)).isEmpty();
        }
    }

    @Test
    void what_no_checkpoint_covers_is_dropped() throws Exception {
        fill();
        Files.write(folder.resolve("leaves"), new byte[75], StandardOpenOption.APPEND);
        try (var place = LogPlace.open(folder, key)) {
            assertThat(place.size()).isEqualTo(300);
            assertThat(Files.size(folder.resolve("leaves"))).isEqualTo(300 * 52);
        }
    }

    @Test
    void only_one_process_writes() throws Exception {
        try (var place = LogPlace.open(folder, key)) {
            assertThat(place.size()).isZero();
            assertThatThrownBy(() -> LogPlace.open(folder, key)).isInstanceOf(LogPlace.InUse.class);
        }
        LogPlace.open(folder, key).close();
    }

    @Test
    void leaves_that_are_missing_and_checkpoints_of_others_are_noticed() throws Exception {
        fill();
        assertThatThrownBy(() -> LogPlace.open(
                        folder, LogKey.generate("hub.test/history").publicKey()))
                .isInstanceOf(LogPlace.Altered.class)
                .hasMessageContaining("did not sign");
        Files.write(folder.resolve("leaves"), new byte[52]);
        assertThatThrownBy(() -> LogPlace.open(folder, key))
                .isInstanceOf(LogPlace.Altered.class)
                .hasMessageContaining("fewer leaves");
    }

    @Test
    void a_spread_of_the_checkpoints_has_the_newest_and_leaves_out_what_is_none() throws Exception {
        fill();
        var all = folder.resolve("checkpoints");
        Files.writeString(all, "hub.test/history\n5\nhalf writ\n\n\n", StandardOpenOption.APPEND);
        try (var place = LogPlace.open(folder, key)) {
            var everything = place.checkpoints(10_000);
            assertThat(everything).hasSameSizeAs(history.checkpoints);
            var few = place.checkpoints(10);
            assertThat(few).hasSizeBetween(4, 11);
            assertThat(few.getFirst().note())
                    .isEqualTo(history.checkpoints.getFirst().note());
        }
    }
}
