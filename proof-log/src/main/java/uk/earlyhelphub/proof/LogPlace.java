package uk.earlyhelphub.proof;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One folder in which a log is kept: {@code leaves} (52 bytes each: hash, epoch, transaction, index), {@code checkpoints} (all
 * that were signed, oldest first) and {@code checkpoint} (the newest, replaced in one step). It lies where whoever owns the
 * database cannot write. What is not covered by the newest checkpoint that was ever signed here does not count and is dropped.
 */
public final class LogPlace implements AutoCloseable {
    private static final int RECORD = Hash.LENGTH + 4 + 8 + 8;

    private static final int READ_AT_ONCE = 4096;

    private final Path folder;
    private final CheckpointFiles checkpoints;
    private final FileChannel leaves;
    private final @Nullable Object file;
    private final FileLock lock;
    private final CheckpointFiles.Found found;
    private @Nullable String published;
    private volatile long size;

    private LogPlace(
            Path folder, CheckpointFiles checkpoints, FileChannel leaves, FileLock lock, CheckpointFiles.Found found)
            throws IOException {
        this.folder = folder;
        this.checkpoints = checkpoints;
        this.leaves = leaves;
        this.file = fileKey(folder);
        this.lock = lock;
        this.found = found;
        this.size = found.newest() == null ? 0 : found.newest().checkpoint().size();
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
            var checkpoints = new CheckpointFiles(folder, key);
            var place = new LogPlace(folder, checkpoints, channel, lock, checkpoints.read());
            if (channel.size() / RECORD < place.size) {
                throw new Altered(folder + " has fewer leaves than its checkpoint was signed over: "
                        + channel.size() / RECORD + " of " + place.size);
            }
            if (place.found() != null) {
                channel.truncate(place.size * RECORD);
            }
            return place;
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

    private static @Nullable Object fileKey(Path folder) throws IOException {
        return Files.readAttributes(folder.resolve("leaves"), BasicFileAttributes.class)
                .fileKey();
    }

    /** In what way its files disagree with each other, if they do; what counts is the newest checkpoint in any of them. */
    public @Nullable String remark() {
        return found.remark();
    }

    /**
     * Reads the first leaves and computes their root.
     *
     * @throws Altered if they do not stand in the order of the history
     */
    public Hash rootOf(long count) throws IOException, Altered {
        var root = new RootBuilder();
        var last = LeafPosition.START;
        while (root.size() < count) {
            for (var leaf : leaves(root.size(), (int) Math.min(READ_AT_ONCE, count - root.size()))) {
                if (leaf.position().compareTo(last) <= 0) {
                    throw new Altered(folder + ": leaf " + root.size() + " does not stand where it was recorded");
                }
                last = leaf.position();
                root.add(leaf.hash());
            }
        }
        return root.root();
    }

    /**
     * The leaves that are here must lead to the root that was signed over them here.
     *
     * @throws Altered if they do not
     */
    public void requireOwnRoot() throws IOException, Altered {
        var signed = found.newest();
        if (signed != null
                && !rootOf(signed.checkpoint().size())
                        .equals(signed.checkpoint().root())) {
            throw new Altered(folder + ": its leaves do not lead to the root that was signed over them");
        }
    }

    /** What was written last must still be here. Throws {@link IOException} if the folder was emptied, replaced or rolled back. */
    public void requireStillThere() throws IOException {
        try {
            if (!java.util.Objects.equals(file, fileKey(folder)) || leaves.size() < size * RECORD) {
                throw new IOException("emptied or replaced");
            }
            var expected = published;
            if (expected != null
                    && !Files.readString(folder.resolve("checkpoint")).equals(expected)) {
                throw new IOException("given another checkpoint");
            }
        } catch (NoSuchFileException e) {
            throw new IOException("emptied or replaced", e);
        }
    }

    /** The checkpoint that was found when the place was opened; null in a new place. */
    public @Nullable SignedCheckpoint found() {
        return found.newest();
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
        if (leaves.size() > at) {
            leaves.truncate(at);
        }
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
        checkpoints.write(checkpoint);
        published = checkpoint.note();
    }

    /** Keeps the newest checkpoint that witnesses signed too. */
    public void keepWitnessed(String note) throws IOException {
        checkpoints.replace("witnessed", note);
    }

    /**
     * Checkpoints that were signed so far, spread over all of them, the newest always among them.
     *
     * @param most about how many; at least half of that, if there are so many
     */
    public List<SignedCheckpoint> checkpoints(int most) throws IOException {
        return checkpoints.spread(most);
    }

    /** Where it is. */
    public Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        lock.release();
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
