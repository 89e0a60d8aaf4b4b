package uk.earlyhelphub.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What whoever makes a master key is told. */
class MakeMasterKeyTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private int make(Path file) {
        return MakeMasterKey.in(
                file,
                new PrintStream(said, true, StandardCharsets.UTF_8),
                new PrintStream(complained, true, StandardCharsets.UTF_8));
    }

    @Test
    void says_which_file_it_wrote_and_how_to_name_it() throws IOException {
        var file = folder.resolve("master-key.json");
        assertThat(make(file)).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("A new master key is in " + file, "--hub.vault.master-keys=" + file.toUri())
                .doesNotContain(Files.readString(file).substring(0, 20));
        assertThat(complained.size()).isZero();
    }

    @Test
    void a_key_that_is_there_stays_and_that_is_said() throws IOException {
        var file = folder.resolve("master-key.json");
        Files.writeString(file, "the old key");
        assertThat(make(file)).isEqualTo(1);
        assertThat(file).hasContent("the old key");
        assertThat(complained.toString(StandardCharsets.UTF_8)).contains("Nothing was made", "there already");
    }

    @Test
    void a_folder_that_is_missing_is_named() {
        var file = folder.resolve("no-such-folder").resolve("master-key.json");
        assertThat(make(file)).isEqualTo(1);
        assertThat(complained.toString(StandardCharsets.UTF_8)).contains("no-such-folder is not there");
    }
}
