package uk.earlyhelphub.keyfile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The disk of this machine. */
final class FileDisk implements Disk {
    private static final String OWNER = "rw-------";
    private static final String ALL = "rw-r--r--";

    @Override
    public boolean taken(Path place) {
        return Files.exists(place, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public boolean isFolder(Path place) {
        return Files.isDirectory(place);
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
    }

    @Override
    public Path newFile(Path folder, String name, boolean secret) throws IOException {
        return Files.createTempFile(folder, name, ".new", only(folder, secret ? OWNER : ALL));
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        }
    }

    @Override
    public void forceFile(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** A link fails if the name is taken, where a move would write over what is there. */
    @Override
    public void putInPlace(Path beside, Path place) throws IOException {
        try {
            Files.createLink(place, beside);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (FileSystemException | UnsupportedOperationException _) {
            // Some file systems have no links.
            Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    @Override
    public void deleteIfThere(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        // Windows writes a folder's entries through, and lets nobody open a folder.
        if (posix(folder)) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    @Override
    public boolean writable(Path place) {
        return Files.isWritable(place);
    }

    @Override
    public byte[] read(Path file) throws IOException {
        return Files.readAllBytes(file);
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
}
