package uk.earlyhelphub.keyfile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;

/**
 * Writes a secret so that it outlives a power cut, or says that it did not. What is sealed under a key whose file was only in
 * memory can never be read again, so nobody may use a key before it was forced to disk and read back.
 */
public final class KeyFile {
    private static final String OWNER = "rw-------";
    private static final String ALL = "rw-r--r--";

    private KeyFile() {}

    /**
     * Writes a new file that only its owner may read: beside it first, forced to disk, then put in place in one step, and the
     * folder forced too. Folders that are missing are made. When this returns, the file holds the text, also after a power cut.
     *
     * @throws FileAlreadyExistsException if there is a file already, whatever it holds: a key is never written over
     * @throws IOException if it could not be made durable; then it must not be used
     */
    public static void write(Path file, String text) throws IOException {
        write(file, text, OWNER);
    }

    /** As {@link #write}, for what everybody may read, such as a public key. */
    public static void writePublic(Path file, String text) throws IOException {
        write(file, text, ALL);
    }

    private static void write(Path file, String text, String permissions) throws IOException {
        var place = file.toAbsolutePath();
        var folder = folderOf(place);
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            throw alreadyThere(place);
        }
        makeFolder(folder);
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var beside = Files.createTempFile(folder, "." + place.getFileName(), ".new", only(folder, permissions));
        try {
            try (var channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                var rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            putInPlace(beside, place);
        } finally {
            Files.deleteIfExists(beside);
        }
        force(folder);
        if (!Arrays.equals(Files.readAllBytes(place), bytes)) {
            throw new IOException(place + " does not hold what was written to it");
        }
    }

    /** Makes a folder and those it lies in, each forced to disk, so that what is written into it is found again. */
    public static void makeFolder(Path folder) throws IOException {
        var place = folder.toAbsolutePath();
        if (Files.isDirectory(place)) {
            return;
        }
        var above = place.getParent();
        if (above != null) {
            makeFolder(above);
        }
        Files.createDirectories(place);
        if (above != null) {
            force(above);
        }
    }

    /** Reads what a key file holds. Throws {@link IOException}, naming the file, if it is missing, empty or unreadable. */
    public static String read(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException("There is no file " + file);
        }
        try {
            var text = Files.readString(file);
            if (text.isBlank()) {
                throw new IOException("The file " + file + " is empty, as a power cut or a full disk leaves one");
            }
            return text;
        } catch (AccessDeniedException e) {
            throw new IOException("The file " + file + " may not be read by this user", e);
        }
    }

    /** A link fails if the name is taken, where a move would write over what is there. */
    private static void putInPlace(Path beside, Path place) throws IOException {
        try {
            Files.createLink(place, beside);
        } catch (FileAlreadyExistsException _) {
            throw alreadyThere(place);
        } catch (FileSystemException | UnsupportedOperationException _) {
            // Some file systems have no links.
            Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static void force(Path folder) throws IOException {
        // Windows writes a folder's entries through, and lets nobody open a folder.
        if (posix(folder)) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static FileAttribute<?>[] only(Path folder, String permissions) {
        return posix(folder)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static Path folderOf(Path place) throws IOException {
        var folder = place.getParent();
        if (folder == null) {
            throw new IOException(place + " is no name for a file");
        }
        return folder;
    }

    private static FileAlreadyExistsException alreadyThere(Path place) {
        return new FileAlreadyExistsException(
                place.toString(), null, "there is a file already, and a key is never written over");
    }
}
