package uk.earlyhelphub.keyfile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The steps of {@link KeyFile}. Whoever relies upon a key has made sure that it is on disk: whoever wrote it, and whoever finds it
 * too, for the one who wrote it may have been killed before.
 */
final class KeyWriter {
    private final Disk disk;

    KeyWriter(Disk disk) {
        this.disk = disk;
    }

    void write(Path file, String text, boolean secret) throws IOException {
        var place = file.toAbsolutePath();
        var folder = folderOf(place);
        if (disk.taken(place)) {
            throw alreadyThere(place);
        }
        makeFolder(folder);
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var beside = disk.newFile(folder, "." + place.getFileName(), secret);
        try {
            disk.write(beside, bytes);
            disk.forceFile(beside);
            putInPlace(beside, place);
        } finally {
            disk.deleteIfThere(beside);
        }
        forceUpwards(folder);
        if (!Arrays.equals(disk.read(place), bytes)) {
            throw new IOException(place + " does not hold what was written to it");
        }
    }

    private void putInPlace(Path beside, Path place) throws IOException {
        try {
            disk.putInPlace(beside, place);
        } catch (FileAlreadyExistsException _) {
            throw alreadyThere(place);
        }
    }

    void makeFolder(Path folder) throws IOException {
        var place = folder.toAbsolutePath();
        if (disk.isFolder(place)) {
            return;
        }
        var above = place.getParent();
        if (above != null) {
            makeFolder(above);
        }
        disk.makeFolder(place);
        if (above != null) {
            disk.forceFolder(above);
        }
    }

    String read(Path file) throws IOException {
        var place = file.toAbsolutePath();
        try {
            var text = new String(disk.read(place), StandardCharsets.UTF_8);
            if (text.isBlank()) {
                throw new IOException("The file " + file + " is empty, as a power cut or a full disk leaves one");
            }
            if (disk.writable(place)) {
                disk.forceFile(place);
            }
            forceUpwards(folderOf(place));
            return text;
        } catch (NoSuchFileException e) {
            throw new IOException("There is no file " + file, e);
        } catch (AccessDeniedException e) {
            throw new IOException("The file " + file + " may not be read by this user", e);
        }
    }

    /** A name is on disk when the folder is that holds it, and the folder's own name above. */
    private void forceUpwards(Path folder) throws IOException {
        for (var each = folder; each != null; each = each.getParent()) {
            if (disk.writable(each)) {
                disk.forceFolder(each);
            }
        }
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
