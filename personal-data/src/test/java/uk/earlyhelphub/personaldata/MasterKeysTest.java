package uk.earlyhelphub.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeysTest {
    private static final byte[] KEY = "0123456789abcdef".getBytes(StandardCharsets.UTF_8);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Path made(String name) {
        var file = folder.resolve(name);
        MasterKeys.makeFile(file);
        return file;
    }

    private static MasterKeys open(Path... files) {
        return MasterKeys.open(
                java.util.Arrays.stream(files).map(f -> f.toUri().toString()).toList(), "search");
    }

    @Test
    void a_key_is_known_by_its_fingerprint_wherever_it_lies() throws Exception {
        var first = made("first.json");
        var fingerprint = open(first).newest();
        var wrapped = open(first).wrap(KEY, "p");
        var moved = Files.move(first, folder.resolve("elsewhere.json"));
        assertThat(open(moved).newest()).isEqualTo(fingerprint);
        assertThat(open(made("another.json"), moved).unwrap(fingerprint, wrapped, "p"))
                .isEqualTo(KEY);
        assertThat(open(made("third.json")).newest()).isNotEqualTo(fingerprint);
    }

    @Test
    void the_fingerprint_shows_nothing_of_the_key() throws Exception {
        var file = made("key.json");
        var keys = open(file);
        assertThat(keys.newest()).matches("key:[0-9a-f]{32}");
        assertThat(Files.readString(file)).doesNotContain(keys.newest().substring(4));
        assertThat(keys.described()).contains(keys.newest()).contains("key.json");
    }

    @Test
    void what_an_earlier_release_named_by_its_place_is_opened_by_whichever_key_fits() {
        var old = made("old.json");
        var wrapped = open(old).wrap(KEY, "p");
        var both = open(made("new.json"), old);
        assertThat(both.unwrap("file:/where/it/was.json", wrapped, "p")).isEqualTo(KEY);
        assertThatThrownBy(() -> open(made("other.json")).unwrap("file:/where/it/was.json", wrapped, "p"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_key_is_for_its_owner_only_and_never_made_over_another() throws Exception {
        var file = made("key.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        var before = Files.readString(file);
        assertThatThrownBy(() -> MasterKeys.makeFile(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("never written over");
        MasterKeys.createFile(file);
        assertThat(Files.readString(file)).isEqualTo(before);
    }

    @Test
    void a_key_file_that_a_power_cut_left_empty_or_half_written_is_named_and_left_as_it_is() throws Exception {
        var file = made("key.json");
        var whole = Files.readString(file);
        for (var length : new int[] {0, 1, 40, whole.length() / 2, whole.length() - 2}) {
            Files.writeString(file, whole.substring(0, length));
            MasterKeys.createFile(file);
            assertThat(Files.readString(file)).hasSize(length);
            assertThatThrownBy(() -> open(file))
                    .as("the first %d letters", length)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("key.json");
        }
    }

    @Test
    void a_key_that_is_nowhere_is_named() {
        assertThatThrownBy(() -> open(folder.resolve("none.json"))).hasMessageContaining("none.json");
        assertThatThrownBy(() -> MasterKeys.open(List.of("file:not/absolute.json"), "s"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("file:not/absolute.json");
        assertThatThrownBy(() -> MasterKeys.open(List.of("env:HUB_NO_SUCH_KEY"), "s"))
                .hasMessageContaining("HUB_NO_SUCH_KEY");
        assertThatThrownBy(() -> MasterKeys.open(List.of("a b"), "s")).hasMessageContaining("file: or env:");
        assertThatThrownBy(() -> MasterKeys.open(List.of(), "s")).hasMessageContaining("names no key");
    }
}
