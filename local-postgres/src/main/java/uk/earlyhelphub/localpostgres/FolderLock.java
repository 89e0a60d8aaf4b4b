package uk.earlyhelphub.localpostgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;

/**
 * One process at a time uses a data folder. The operating system lets the lock go when the process ends, however it ends; who
 * holds it stands in the file.
 */
final class FolderLock implements AutoCloseable {
    /** Far behind the text, which others can so read while it is held, on Windows too. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    /** This process's own: to open and close the file again would let its lock go, which POSIX keeps per process. */
    private static final Set<Path> HELD_HERE = new HashSet<>();

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Takes the lock. Throws {@link CannotStart}, saying who has it, if another Hub does. */
    static FolderLock take(Path folder) throws IOException {
        var file = folder.toRealPath().resolve("hub.lock");
        synchronized (HELD_HERE) {
            if (HELD_HERE.contains(file)) {
                throw inUse(folder, Files.readString(file).strip());
            }
            var channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
                    throw inUse(folder, Files.readString(file).strip());
                }
                sign(channel);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
            HELD_HERE.add(file);
            return new FolderLock(file, channel);
        }
    }

    private static void sign(FileChannel channel) throws IOException {
        var holder = "process " + ProcessHandle.current().pid() + ", since "
                + Instant.now().truncatedTo(ChronoUnit.SECONDS) + "\n";
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
    }

    private static CannotStart inUse(Path folder, String holder) {
        return new CannotStart(
                "Another Hub uses the folder " + folder + ": " + holder + ".",
                "Stop that one first, or give this one a folder and ports of its own: --hub.data=... --hub.data.port=... --server.port=...");
    }

    @Override
    public void close() throws IOException {
        synchronized (HELD_HERE) {
            HELD_HERE.remove(file);
            channel.close();
        }
    }
}
