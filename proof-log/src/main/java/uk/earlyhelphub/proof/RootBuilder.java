package uk.earlyhelphub.proof;

import java.util.ArrayList;
import java.util.List;

/** Computes the root of a growing log from its leaf hashes, one by one, keeping only the roots of its complete subtrees. */
public final class RootBuilder {
    private final List<Hash> subtrees = new ArrayList<>();
    private final Completed completed;
    private long size;

    /** Told whenever a complete subtree of 2^level leaves has its hash. */
    interface Completed {
        void subtree(int level, Hash hash);
    }

    /** Begins with an empty log. */
    public RootBuilder() {
        this((level, hash) -> {});
    }

    RootBuilder(Completed completed) {
        this.completed = completed;
    }

    /**
     * Begins with a log that has leaves already.
     *
     * @param size how many
     * @param subtrees the roots of the complete subtrees that they make, the largest first
     */
    public static RootBuilder from(long size, List<Hash> subtrees) {
        if (size < 1 || subtrees.size() != Long.bitCount(size)) {
            throw new IllegalArgumentException(size + " leaves do not make " + subtrees.size() + " subtrees");
        }
        var builder = new RootBuilder();
        builder.subtrees.addAll(subtrees);
        builder.size = size;
        return builder;
    }

    /** Adds the next leaf's hash. */
    public void add(Hash leaf) {
        var hash = leaf;
        var level = 0;
        completed.subtree(level, hash);
        for (var rest = size; (rest & 1) == 1; rest >>= 1) {
            hash = Hash.ofNode(subtrees.removeLast(), hash);
            completed.subtree(++level, hash);
        }
        subtrees.add(hash);
        size++;
    }

    /** How many leaves there are. */
    public long size() {
        return size;
    }

    /** The root over the leaves so far. */
    public Hash root() {
        if (subtrees.isEmpty()) {
            return Hash.OF_NOTHING;
        }
        var root = subtrees.getLast();
        for (var i = subtrees.size() - 2; i >= 0; i--) {
            root = Hash.ofNode(subtrees.get(i), root);
        }
        return root;
    }
}
