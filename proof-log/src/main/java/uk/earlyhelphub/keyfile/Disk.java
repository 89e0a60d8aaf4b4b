package uk.earlyhelphub.keyfile;

import java.io.IOException;
import java.nio.file.Path;

/** What a key writer does to a disk, one step at a time, so that what happens between two steps can be tried. */
interface Disk {
    /** Whether a name is taken, even by a link that leads nowhere. */
    boolean taken(Path place);

    boolean isFolder(Path place);

    void makeFolder(Path folder) throws IOException;

    /** Makes an empty file with a name of its own; nobody else may read it, or everybody. */
    Path newFile(Path folder, String name, boolean secret) throws IOException;

    void write(Path file, byte[] bytes) throws IOException;

    /** What the file holds is on disk when this returns; under which name is another matter. */
    void forceFile(Path file) throws IOException;

    /** Gives a file its name in one step. Throws {@link java.nio.file.FileAlreadyExistsException} if that is taken. */
    void putInPlace(Path beside, Path place) throws IOException;

    void deleteIfThere(Path file) throws IOException;

    /** The names in the folder are on disk when this returns. */
    void forceFolder(Path folder) throws IOException;

    /** Whether this process could have written there; what it cannot change it need not force. */
    boolean writable(Path place);

    byte[] read(Path file) throws IOException;
}
