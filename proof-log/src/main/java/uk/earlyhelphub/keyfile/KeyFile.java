package uk.earlyhelphub.keyfile;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;

/**
 * Writes a secret so that it outlives a power cut, or says that it did not. What is sealed under a key whose file was only in
 * memory can never be read again, so nobody may use a key before it was forced to disk and read back.
 */
public final class KeyFile {
    private static final KeyWriter HERE = new KeyWriter(new FileDisk());

    private KeyFile() {}

    /**
     * Writes a new file that only its owner may read: beside it first, forced to disk, then put in place in one step, and the
     * folder forced too. Folders that are missing are made. When this returns, the file holds the text, also after a power cut.
     *
     * @throws FileAlreadyExistsException if there is a file already, whatever it holds: a key is never written over
     * @throws IOException if it could not be made durable; then it must not be used
     */
    public static void write(Path file, String text) throws IOException {
        HERE.write(file, text, true);
    }

    /** As {@link #write}, for what everybody may read, such as a public key. */
    public static void writePublic(Path file, String text) throws IOException {
        HERE.write(file, text, false);
    }

    /** Makes a folder and those it lies in, each forced to disk, so that what is written into it is found again. */
    public static void makeFolder(Path folder) throws IOException {
        HERE.makeFolder(folder);
    }

    /**
     * Reads what a key file holds. What is read is on disk, even if whoever wrote it was ended before it was; unless this process
     * could not have written it.
     *
     * @throws IOException naming the file, if it is missing, empty or unreadable
     */
    public static String read(Path file) throws IOException {
        return HERE.read(file);
    }
}
