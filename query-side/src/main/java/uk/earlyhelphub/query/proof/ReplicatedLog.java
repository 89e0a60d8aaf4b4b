package uk.earlyhelphub.query.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
 * The proof log in its places: the first that is furthest leads, the others follow at each signing. Adding and signing is for
 * one thread; everything else for any.
 */
final class ReplicatedLog implements AutoCloseable {
    private static final int COPIED = 4096;

    private final LogKey key;
    private final List<LogPlace> places;
    private final LogPlace leading;
    private final MerkleTree tree;
    private final Map<String, String> troubles = new TreeMap<>();
    private @Nullable SignedCheckpoint newest;

    private ReplicatedLog(LogKey key, List<LogPlace> places, LogPlace leading, MerkleTree tree) {
        this.key = key;
        this.places = places;
        this.leading = leading;
        this.tree = tree;
        this.newest = leading.found();
    }

    /**
     * Opens the log and checks what is there.
     *
     * @throws LogPlace.Altered if a place is not what was left there, or two places tell different histories
     * @throws LogPlace.InUse if another process keeps the log
     */
    static ReplicatedLog open(LogKey key, List<Path> folders) throws IOException, LogPlace.Altered, LogPlace.InUse {
        var places = new ArrayList<LogPlace>();
        try {
            for (var folder : folders) {
                places.add(LogPlace.open(folder, key.publicKey()));
            }
            // The first of the longest leads: max takes the last of equals, so they are asked in reverse.
            var leading = places.reversed().stream()
                    .max(Comparator.comparingLong(LogPlace::size))
                    .orElseThrow();
            var tree = new MerkleTree(index -> hash(leading, index));
            for (long from = 0; from < leading.size(); from += COPIED) {
                leading.leaves(from, COPIED).forEach(leaf -> tree.add(leaf.hash()));
            }
            for (var place : places) {
                requireSameHistory(place, tree);
            }
            return new ReplicatedLog(key, places, leading, tree);
        } catch (IOException | LogPlace.Altered | LogPlace.InUse | RuntimeException e) {
            for (var place : places) {
                place.close();
            }
            throw e;
        }
    }

    private static void requireSameHistory(LogPlace place, MerkleTree tree) throws LogPlace.Altered {
        var found = place.found();
        if (found != null
                && !tree.root(found.checkpoint().size())
                        .equals(found.checkpoint().root())) {
            throw new LogPlace.Altered(
                    place.folder() + ": its leaves do not lead to the root that was signed over them");
        }
    }

    private static Hash hash(LogPlace place, long index) {
        try {
            return place.leaf(index).hash();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    LogKey key() {
        return key;
    }

    /** Adds what was read from the store next. It counts once it is signed. */
    synchronized void add(List<LoggedLeaf> leaves) throws IOException {
        leading.add(leaves);
        leaves.forEach(leaf -> tree.add(leaf.hash()));
    }

    /** Signs what was added and writes it to every place. A place that fails is caught up at the next signing. */
    synchronized SignedCheckpoint sign() throws IOException {
        var checkpoint = SignedCheckpoint.sign(new Checkpoint(key.publicKey().name(), tree.size(), tree.root()), key);
        for (var place : places) {
            try {
                while (place.size() < leading.size()) {
                    place.add(leading.leaves(place.size(), COPIED));
                }
                place.publish(checkpoint);
                troubles.remove(place.folder().toString());
            } catch (IOException e) {
                if (place == leading) {
                    throw e;
                }
                troubles.put(place.folder().toString(), e.getClass().getSimpleName());
            }
        }
        newest = checkpoint;
        return checkpoint;
    }

    /** The newest checkpoint that was signed, if one was. */
    synchronized Optional<SignedCheckpoint> newest() {
        return Optional.ofNullable(newest);
    }

    /** How many leaves were signed. */
    synchronized long signed() {
        return newest == null ? 0 : newest.checkpoint().size();
    }

    /** How many leaves there are, signed or not. */
    synchronized long size() {
        return tree.size();
    }

    /** What cannot be written just now, by place. */
    synchronized Map<String, String> troubles() {
        return Map.copyOf(troubles);
    }

    List<String> places() {
        return places.stream().map(p -> p.folder().toString()).toList();
    }

    /** The last leaf that was added, or the position before the first. */
    synchronized LeafPosition last() throws IOException {
        return tree.size() == 0
                ? LeafPosition.START
                : leading.leaf(tree.size() - 1).position();
    }

    LoggedLeaf leaf(long index) throws IOException {
        return leading.leaf(index);
    }

    List<LoggedLeaf> leaves(long from) {
        try {
            return leading.leaves(from, COPIED);
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
            var order = leading.leaf(middle).position().compareTo(position);
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

    /** Checkpoints spread over the whole of the history, up to one of them. */
    List<SignedCheckpoint> checkpoints(SignedCheckpoint last) throws IOException {
        var chosen = new ArrayList<>(leading.checkpoints(key.publicKey(), 1000).stream()
                .filter(c -> c.checkpoint().size() < last.checkpoint().size())
                .toList());
        chosen.add(last);
        return chosen;
    }

    @Override
    public void close() throws IOException {
        for (var place : places) {
            place.close();
        }
    }
}
