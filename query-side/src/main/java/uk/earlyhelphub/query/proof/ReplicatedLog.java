package uk.earlyhelphub.query.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.proof.Checkpoint;
import uk.earlyhelphub.proof.ConsistencyProof;
import uk.earlyhelphub.proof.Hash;
import uk.earlyhelphub.proof.InclusionProof;
import uk.earlyhelphub.proof.LeafPosition;
import uk.earlyhelphub.proof.LogKey;
import uk.earlyhelphub.proof.LogPlace;
import uk.earlyhelphub.proof.LoggedLeaf;
import uk.earlyhelphub.proof.MerkleTree;
import uk.earlyhelphub.proof.SignedCheckpoint;

/**
 * The proof log in its copies. What is added waits in memory until it is signed, and goes to every copy then: signing goes on as
 * long as one can be written. Adding and signing is for one thread; everything else for any.
 */
final class ReplicatedLog implements AutoCloseable {
    private static final int COPIED = 4096;
    private static final int MOST_WAITING = 100_000;

    private final LogKey key;
    private final LogCopies copies;
    private final MerkleTree tree = new MerkleTree(this::hash);
    private final List<LoggedLeaf> waiting = new ArrayList<>();
    private long kept;
    private @Nullable SignedCheckpoint newest;

    private ReplicatedLog(LogKey key, LogCopies copies) {
        this.key = key;
        this.copies = copies;
    }

    /** Asked when no copy has anything. */
    interface Beginning {
        /** Throws if a new log must not be begun here. */
        void requireAllowed();
    }

    /**
     * Opens the log and checks what is there, each copy against the root that was signed in it.
     *
     * @param beginning asked if there is no log in any folder
     * @throws LogPlace.Altered if a copy is not what was left there, or two copies tell different histories; it names which
     * @throws LogPlace.InUse if another process keeps the log
     */
    static ReplicatedLog open(LogKey key, List<Path> folders, Beginning beginning)
            throws IOException, LogPlace.Altered, LogPlace.InUse {
        var log = new ReplicatedLog(key, new LogCopies(folders, key.publicKey()));
        try {
            log.copies.open();
            log.read(beginning);
            return log;
        } catch (IOException | LogPlace.Altered | LogPlace.InUse | RuntimeException e) {
            log.close();
            throw e;
        }
    }

    private void read(Beginning beginning) throws IOException, LogPlace.Altered {
        var furthest = copies.furthest();
        if (furthest == null) {
            copies.requireAllOpen();
            beginning.requireAllowed();
            // Signed over nothing, so that the folders show from now on that there is a log.
            sign();
            return;
        }
        kept = furthest.foundSize();
        while (tree.size() < kept) {
            furthest.leaves(tree.size(), COPIED).forEach(leaf -> tree.add(leaf.hash()));
        }
        copies.requireOneHistory(furthest, tree::root);
        newest = furthest.found();
    }

    private Hash hash(long index) {
        try {
            return leaf(index).hash();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    LogKey key() {
        return key;
    }

    /** Whether so much waits to be signed that nothing more should be added. */
    synchronized boolean full() {
        return waiting.size() >= MOST_WAITING;
    }

    /** Adds what was read from the store next. It counts once it is signed. */
    synchronized void add(List<LoggedLeaf> leaves) {
        waiting.addAll(leaves);
        leaves.forEach(leaf -> tree.add(leaf.hash()));
    }

    /**
     * Signs what was added and writes it to every copy. One that fails is caught up at the next signing.
     *
     * @throws IOException if no copy could be written
     */
    synchronized SignedCheckpoint sign() throws IOException {
        var checkpoint = SignedCheckpoint.sign(new Checkpoint(key.publicKey().name(), tree.size(), tree.root()), key);
        if (!copies.take(checkpoint, this::lacking, tree::root)) {
            throw new IOException("no folder could be written");
        }
        newest = checkpoint;
        kept = tree.size();
        waiting.clear();
        return checkpoint;
    }

    private List<LoggedLeaf> lacking(long from) {
        return from >= kept ? waiting.subList((int) (from - kept), waiting.size()) : leaves(from);
    }

    /** The newest checkpoint that was signed over something, if one was. */
    synchronized Optional<SignedCheckpoint> newest() {
        return Optional.ofNullable(newest).filter(c -> c.checkpoint().size() > 0);
    }

    /** How many leaves were signed. */
    synchronized long signed() {
        return newest == null ? 0 : newest.checkpoint().size();
    }

    /** How many leaves there are, signed or not. */
    synchronized long size() {
        return tree.size();
    }

    /** What is wrong with a copy, by its folder. */
    Map<String, String> troubles() {
        return copies.troubles();
    }

    List<String> places() {
        return copies.names();
    }

    /** Reads every copy through, and notes which is not what was signed. */
    void checkCopies() {
        newest().ifPresent(copies::check);
    }

    /** Keeps the newest checkpoint that witnesses signed too, in every copy that can be written. */
    void keepWitnessed(String note) throws IOException {
        copies.keepWitnessed(note);
    }

    /** The last leaf that was added, or the position before the first. */
    synchronized LeafPosition last() throws IOException {
        return tree.size() == 0 ? LeafPosition.START : leaf(tree.size() - 1).position();
    }

    LoggedLeaf leaf(long index) throws IOException {
        synchronized (this) {
            if (index >= kept) {
                return waiting.get((int) (index - kept));
            }
        }
        return copies.leaves(index, 1).getFirst();
    }

    /** Some of the signed leaves from an index on. */
    List<LoggedLeaf> leaves(long from) {
        try {
            return from >= signed() ? List.of() : copies.leaves(from, COPIED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Which signed leaf stands at a position. */
    Optional<Long> index(LeafPosition position) throws IOException {
        long from = 0;
        var to = signed() - 1;
        while (from <= to) {
            var middle = (from + to) >>> 1;
            var order = leaf(middle).position().compareTo(position);
            if (order == 0) {
                return Optional.of(middle);
            }
            if (order < 0) {
                from = middle + 1;
            } else {
                to = middle - 1;
            }
        }
        return Optional.empty();
    }

    synchronized InclusionProof inclusion(long index, long size) {
        return tree.inclusion(index, size);
    }

    synchronized ConsistencyProof consistency(long earlier, long size) {
        return tree.consistency(earlier, size);
    }

    /** What the first leaves come to. */
    synchronized List<Hash> subtrees(long size) {
        return tree.subtrees(size);
    }

    /** Checkpoints spread over the whole of the history, up to one of them. */
    List<SignedCheckpoint> checkpoints(SignedCheckpoint last) throws IOException {
        var chosen = new ArrayList<>(copies.checkpointsBefore(last));
        chosen.add(last);
        return chosen;
    }

    @Override
    public void close() throws IOException {
        copies.close();
    }
}
