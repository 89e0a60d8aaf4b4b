package uk.earlyhelphub.localpostgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The data folder of a cluster in which nothing is yet. To make one takes longer than all else, so a JVM that wants a second one
 * makes one to copy.
 */
final class EmptyCluster {
    private static boolean wanted;
    private static @Nullable Path made;

    private EmptyCluster() {}

    /** A folder to start a server on, empty or with a cluster in it; whoever asked for it deletes it. */
    static synchronized Path next() throws IOException {
        if (!wanted) {
            wanted = true;
            return folder();
        }
        var original = made;
        if (original == null) {
            original = make();
            made = original;
        }
        var copy = folder();
        copy(original, copy);
        return copy;
    }

    private static Path make() throws IOException {
        var folder = folder();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder), "delete-empty-cluster"));
        EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .start()
                .close();
        return folder;
    }

    /** Where the library that brings PostgreSQL looks for what killed runs have left behind. */
    private static Path folder() throws IOException {
        var all = Path.of(System.getProperty("java.io.tmpdir"), "embedded-pg");
        Files.createDirectories(all);
        return all.resolve(UUID.randomUUID().toString());
    }

    /** Copies a folder with all that is in it, permissions included, into one that is empty or not there. */
    static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                Files.copy(
                        file,
                        to.resolve(from.relativize(file).toString()),
                        LinkOption.NOFOLLOW_LINKS,
                        StandardCopyOption.COPY_ATTRIBUTES,
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("What a test wrote could not be deleted", e);
        }
    }
}
