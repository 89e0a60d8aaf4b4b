package uk.earlyhelphub.keyfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void what_was_written_is_there_for_its_owner_only_and_nothing_lies_beside_it() throws IOException {
        var file = folder.resolve("new/folder/key");
        KeyFile.write(file, "a secret\n");
        assertThat(KeyFile.read(file)).isEqualTo("a secret\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var there = Files.list(folder.resolve("new/folder"))) {
            assertThat(there).containsExactly(file);
        }
    }

    @Test
    void a_key_is_never_written_over_not_even_an_empty_one() throws IOException {
        var file = folder.resolve("key");
        Files.writeString(file, "");
        assertThatThrownBy(() -> KeyFile.write(file, "another"))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("never written over");
        assertThat(file).isEmptyFile();
    }

    @Test
    void a_name_that_leads_elsewhere_counts_as_taken() throws IOException {
        var link = folder.resolve("key");
        Files.createSymbolicLink(link, folder.resolve("elsewhere"));
        assertThatThrownBy(() -> KeyFile.write(link, "a")).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(folder.resolve("elsewhere")).doesNotExist();
    }

    @Test
    void of_many_who_make_the_same_key_at_once_one_has_made_it() throws Exception {
        var file = folder.resolve("key");
        try (var threads = Executors.newFixedThreadPool(8)) {
            var tries = IntStream.range(0, 32)
                    .mapToObj(n -> (Callable<Boolean>) () -> {
                        try {
                            KeyFile.write(file, "key " + n);
                            return KeyFile.read(file).equals("key " + n);
                        } catch (FileAlreadyExistsException _) {
                            return false;
                        }
                    })
                    .toList();
            var made = 0;
            for (Future<Boolean> done : threads.invokeAll(tries)) {
                made += done.get() ? 1 : 0;
            }
            assertThat(made).isEqualTo(1);
        }
    }

    @Test
    void a_file_that_a_power_cut_left_empty_is_named() throws IOException {
        var file = folder.resolve("key");
        Files.write(file, new byte[0]);
        assertThatThrownBy(() -> KeyFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("is empty");
        assertThatThrownBy(() -> KeyFile.read(folder.resolve("none"))).hasMessageContaining("There is no file");
    }

    @Test
    void a_folder_that_cannot_be_written_says_so() throws IOException {
        var blocked = folder.resolve("a-file");
        Files.writeString(blocked, "x");
        assertThatThrownBy(() -> KeyFile.write(blocked.resolve("key"), "a")).isInstanceOf(IOException.class);
    }
}
