package uk.earlyhelphub.proof;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One folder in which a log is kept: {@code leaves} (52 bytes each: hash, epoch, transaction, index), {@code checkpoints} (all
 * that were signed, oldest first) and {@code checkpoint} (the newest, replaced in one step). It lies where whoever owns the
 * database cannot write. What is not covered by a checkpoint does not count and is dropped when the place is opened.
 */
public final class LogPlace implements AutoCloseable {
    private static final int RECORD = Hash.LENGTH + 4 + 8 + 8;

    private final Path folder;
    private final FileChannel leaves;
    private final @Nullable FileLock lock;
    private final @Nullable SignedCheckpoint found;
    private long size;

    private LogPlace(
            Path folder, FileChannel leaves, @Nullable FileLock lock, @Nullable SignedCheckpoint found, long size) {
        this.folder = folder;
        this.leaves = leaves;
        this.lock = lock;
        this.found = found;
        this.size = size;
    }

    /**
     * Opens a place to write to it.
     *
     * @throws InUse if another process writes to it
     * @throws Altered if what is there was not signed by the key, or is shorter than what was signed
     */
    public static LogPlace open(Path folder, PublicLogKey key) throws IOException, InUse, Altered {
        Files.createDirectories(folder);
        var channel = FileChannel.open(
                folder.resolve("leaves"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            var lock = tryLock(channel);
            if (lock == null) {
                throw new InUse(folder);
            }
            @Nullable SignedCheckpoint newest = newest(folder, key);
            var size = newest == null ? 0 : newest.checkpoint().size();
            if (channel.size() < size * RECORD) {
                throw new Altered(folder + " has fewer leaves than its checkpoint was signed over");
            }
            channel.truncate(size * RECORD);
            return new LogPlace(folder, channel, lock, newest, size);
        } catch (IOException | InUse | Altered e) {
            channel.close();
            throw e;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    private static @Nullable SignedCheckpoint newest(Path folder, PublicLogKey key) throws IOException, Altered {
        var file = folder.resolve("checkpoint");
        if (!Files.exists(file)) {
            return null;
        }
        try {
            return SignedCheckpoint.verify(Files.readString(file), key);
        } catch (SignedCheckpoint.Forged e) {
            throw new Altered(file + ": " + e.getMessage());
        }
    }

    /** The checkpoint that was found when the place was opened; null in a new place. */
    public @Nullable SignedCheckpoint found() {
        return found;
    }

    /** How many leaves are here, signed or not. */
    public long size() {
        return size;
    }

    /** Adds leaves behind those that are here. They count once a checkpoint over them was published. */
    public void add(List<LoggedLeaf> more) throws IOException {
        var buffer = ByteBuffer.allocate(more.size() * RECORD);
        for (var leaf : more) {
            buffer.put(leaf.hash().bytes());
            buffer.putInt(leaf.position().epoch());
            buffer.putLong(leaf.position().tx());
            buffer.putLong(leaf.position().index());
        }
        buffer.flip();
        var at = size * RECORD;
        while (buffer.hasRemaining()) {
            at += leaves.write(buffer, at);
        }
        size += more.size();
    }

    /** The leaf at an index. Safe for many threads. */
    public LoggedLeaf leaf(long index) throws IOException {
        return leaves(index, 1).getFirst();
    }

    /** Up to {@code count} leaves from an index on; fewer at the end. Safe for many threads. */
    public List<LoggedLeaf> leaves(long from, int count) throws IOException {
        var there = (int) Math.clamp(size - from, 0, count);
        var buffer = ByteBuffer.allocate(there * RECORD);
        while (buffer.hasRemaining()) {
            if (leaves.read(buffer, from * RECORD + buffer.position()) < 0) {
                throw new IOException(folder + " has lost leaves");
            }
        }
        buffer.flip();
        var read = new ArrayList<LoggedLeaf>(there);
        var hash = new byte[Hash.LENGTH];
        while (buffer.hasRemaining()) {
            buffer.get(hash);
            read.add(new LoggedLeaf(
                    Hash.of(hash), new LeafPosition(buffer.getInt(), buffer.getLong(), buffer.getLong())));
        }
        return read;
    }

    /** Makes the leaves durable, then writes the checkpoint over them. */
    public void publish(SignedCheckpoint checkpoint) throws IOException {
        leaves.force(false);
        try (var all = FileChannel.open(
                folder.resolve("checkpoints"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.APPEND)) {
            write(all, checkpoint.note() + "\n");
        }
        var next = folder.resolve("checkpoint.next");
        try (var newest = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            write(newest, checkpoint.note());
        }
        Files.move(next, folder.resolve("checkpoint"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void write(FileChannel file, String text) throws IOException {
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        file.force(true);
    }

    /**
     * Checkpoints that were signed so far, spread over all of them, the newest always among them.
     *
     * @param most about how many; at least half of that, if there are so many
     */
    public List<SignedCheckpoint> checkpoints(PublicLogKey key, int most) throws IOException {
        var file = folder.resolve("checkpoints");
        if (!Files.exists(file)) {
            return List.of();
        }
        var spread = new Spread(most);
        try (var lines = Files.newBufferedReader(file)) {
            var note = new StringBuilder();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty() && note.indexOf("\n\n") > 0) {
                    spread.add(note.toString());
                    note.setLength(0);
                } else {
                    note.append(line).append('\n');
                }
            }
        }
        return spread.signedBy(key);
    }

    /** Where it is. */
    public Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        if (lock != null) {
            lock.release();
        }
        leaves.close();
    }

    /** Another process writes to the place. */
    public static final class InUse extends Exception {
        InUse(Path folder) {
            super(folder + " is written to by another process");
        }
    }

    /** What is in the place is not what was left there. */
    public static final class Altered extends Exception {
        public Altered(String message) {
            super(message);
        }
    }
}
