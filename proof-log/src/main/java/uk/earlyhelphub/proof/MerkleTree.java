package uk.earlyhelphub.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/**
 * The tree over a log's leaves, which can prove what is in it (RFC 9162 §2.1.3, §2.1.4). Leaf hashes stay where they are; in
 * memory are only the subtrees of 256 leaves and more, so a million leaves take about 250 KB. Not safe for many threads.
 */
public final class MerkleTree {
    private static final int KEPT_FROM = 8;

    private final LongFunction<Hash> leaves;
    private final List<List<Hash>> kept = new ArrayList<>();
    private final RootBuilder builder = new RootBuilder(this::keep);

    /** @param leaves the hash of the leaf with a given index, for every leaf that was added */
    public MerkleTree(LongFunction<Hash> leaves) {
        this.leaves = leaves;
    }

    private void keep(int level, Hash hash) {
        if (level >= KEPT_FROM) {
            while (kept.size() <= level - KEPT_FROM) {
                kept.add(new ArrayList<>());
            }
            kept.get(level - KEPT_FROM).add(hash);
        }
    }

    /** Adds the next leaf's hash. */
    public void add(Hash leaf) {
        builder.add(leaf);
    }

    /** How many leaves there are. */
    public long size() {
        return builder.size();
    }

    /** The root over all leaves. */
    public Hash root() {
        return builder.root();
    }

    /** The root over the first {@code size} leaves. */
    public Hash root(long size) {
        requireWithin(size);
        return size == 0 ? Hash.OF_NOTHING : subtree(0, size);
    }

    /** Proof that the leaf at an index is in the log of the first {@code size} leaves. */
    public InclusionProof inclusion(long index, long size) {
        requireWithin(size);
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("No leaf " + index + " in a log of " + size);
        }
        var path = new ArrayList<Hash>();
        inclusion(index, 0, size, path);
        return new InclusionProof(index, size, path);
    }

    private void inclusion(long index, long from, long to, List<Hash> path) {
        if (to - from > 1) {
            var middle = from + split(to - from);
            if (index < middle) {
                inclusion(index, from, middle, path);
                path.add(subtree(middle, to));
            } else {
                inclusion(index, middle, to, path);
                path.add(subtree(from, middle));
            }
        }
    }

    /** Proof that the log of {@code size} leaves only adds to the log of {@code earlier} leaves, which is at least 1. */
    public ConsistencyProof consistency(long earlier, long size) {
        requireWithin(size);
        if (earlier < 1 || earlier > size) {
            throw new IllegalArgumentException("No proof from " + earlier + " to " + size);
        }
        var path = new ArrayList<Hash>();
        if (earlier < size) {
            consistency(earlier, 0, size, true, path);
        }
        return new ConsistencyProof(earlier, size, path);
    }

    private void consistency(long earlier, long from, long to, boolean whole, List<Hash> path) {
        if (earlier == to) {
            if (!whole) {
                path.add(subtree(from, to));
            }
            return;
        }
        var middle = from + split(to - from);
        if (earlier <= middle) {
            consistency(earlier, from, middle, whole, path);
            path.add(subtree(middle, to));
        } else {
            consistency(earlier, middle, to, false, path);
            path.add(subtree(from, middle));
        }
    }

    /** The roots of the complete subtrees that the first {@code size} leaves make, the largest first. */
    public List<Hash> subtrees(long size) {
        requireWithin(size);
        var roots = new ArrayList<Hash>();
        for (var from = 0L; from < size; ) {
            var next = from + Long.highestOneBit(size - from);
            roots.add(subtree(from, next));
            from = next;
        }
        return roots;
    }

    private void requireWithin(long size) {
        if (size < 0 || size > size()) {
            throw new IllegalArgumentException("The log has " + size() + " leaves, not " + size);
        }
    }

    private Hash subtree(long from, long to) {
        var n = to - from;
        if (n == 1) {
            return leaves.apply(from);
        }
        var level = Long.numberOfTrailingZeros(n);
        if (level >= KEPT_FROM && Long.bitCount(n) == 1) {
            return kept.get(level - KEPT_FROM).get(Math.toIntExact(from >> level));
        }
        var middle = from + split(n);
        return Hash.ofNode(subtree(from, middle), subtree(middle, to));
    }

    /** The largest power of two below {@code n}. */
    private static long split(long n) {
        return Long.highestOneBit(n - 1);
    }
}
