package uk.earlyhelphub.localpostgres;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import uk.earlyhelphub.keyfile.KeyFile;

/** What can be known at once is looked at before minutes are spent: each cause is told by itself, with what to do. */
final class BeforeStart {
    private static final long MEGABYTE = 1024 * 1024;
    private static final long NEW = 500 * MEGABYTE;
    private static final long KEPT = 100 * MEGABYTE;

    private BeforeStart() {}

    /** Makes the folder, for its owner only, and sees that it can be written to. */
    static void requireFolder(Path folder) {
        try {
            KeyFile.makeFolder(folder);
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            Files.delete(Files.createTempFile(folder, ".", ".try"));
        } catch (IOException e) {
            throw new CannotStart(
                    "The folder " + folder + " cannot be written to by the user "
                            + System.getProperty("user.name", "who runs the Hub") + ".",
                    "Let that user write there, or choose another folder: --hub.data=...",
                    e);
        }
    }

    /** A database that runs out of space in its first minutes leaves a folder that is hard to mend. */
    static void requireSpace(Path folder, boolean isNew) throws IOException {
        requireSpace(folder, Files.getFileStore(folder).getUsableSpace(), isNew);
    }

    static void requireSpace(Path folder, long free, boolean isNew) {
        var needed = isNew ? NEW : KEPT;
        if (free < needed) {
            throw new CannotStart(
                    "Too little space is left for the folder " + folder + ": " + free / MEGABYTE + " MB of "
                            + needed / MEGABYTE + " MB.",
                    "Free some space, or choose a folder on another disk: --hub.data=...");
        }
    }

    /** Nobody else may listen where the database is to listen. */
    static void requireFree(int port) {
        if (port < 1 || port > 65_535) {
            throw new CannotStart(
                    "There is no port " + port + ".", "Choose one between 1024 and 65535: --hub.data.port=...");
        }
        try (var probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
        } catch (BindException e) {
            throw new CannotStart(
                    "The port " + port
                            + " is taken by another program, so the database that comes along cannot listen there.",
                    "End that program, or choose another port: --hub.data.port=...",
                    e);
        } catch (IOException e) {
            throw new CannotStart(
                    "Nothing can listen on the loopback address, port " + port + ": " + e.getMessage() + ".",
                    "Choose another port: --hub.data.port=...",
                    e);
        }
    }

    /** Only the release that made a database of another version can start it. */
    static void requireVersion(Path data, String major) throws IOException {
        var marker = data.resolve("PG_VERSION");
        if (Files.exists(marker) && !Files.readString(marker).strip().equals(major)) {
            throw new CannotStart(
                    "The folder " + data + " holds PostgreSQL "
                            + Files.readString(marker).strip() + " data, and this release brings PostgreSQL " + major
                            + ".",
                    "Start it with the release that made it, or choose another folder: --hub.data=...");
        }
    }
}
