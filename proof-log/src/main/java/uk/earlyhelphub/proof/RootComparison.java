package uk.earlyhelphub.proof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Holds a log that is read again against the checkpoints in its file, and against those that the auditor kept. */
final class RootComparison {
    private final List<SignedCheckpoint> kept;
    private final Findings findings;
    private final List<SignedCheckpoint> signed = new ArrayList<>();
    private int nextSigned;
    private int nextKept;
    private boolean rootsAgree = true;
    private long covered;

    /** Told what is wrong. */
    interface Findings {
        void find(Finding.Kind kind, String where, String what);
    }

    RootComparison(List<SignedCheckpoint> kept, Findings findings) {
        this.kept = kept.stream()
                .sorted(Comparator.comparingLong(c -> c.checkpoint().size()))
                .toList();
        this.findings = findings;
    }

    private static long size(SignedCheckpoint checkpoint) {
        return checkpoint.checkpoint().size();
    }

    /** Leaves out what was kept of a shorter log. Answers whether there is one of just this size. */
    boolean beginAt(long size) {
        while (nextKept < kept.size() && size(kept.get(nextKept)) < size) {
            nextKept++;
        }
        return nextKept < kept.size() && size(kept.get(nextKept)) == size;
    }

    /** The next checkpoint in the file. Throws {@link IllegalArgumentException} if it is smaller than the one before. */
    void met(SignedCheckpoint checkpoint) {
        if (!signed.isEmpty() && size(checkpoint) < size(signed.getLast())) {
            throw new IllegalArgumentException("The checkpoints are not in order");
        }
        signed.add(checkpoint);
    }

    /** Whether no checkpoint was met that the key signed. */
    boolean none() {
        return signed.isEmpty();
    }

    Optional<SignedCheckpoint> newest() {
        return signed.isEmpty() ? Optional.empty() : Optional.of(signed.getLast());
    }

    /** How many of the first leaves the kept checkpoints vouch for. */
    long covered() {
        return covered;
    }

    /** Compares what the log has come to with every checkpoint of that size. */
    void soFar(RootBuilder log) {
        while (nextSigned < signed.size() && size(signed.get(nextSigned)) <= log.size()) {
            compare(signed.get(nextSigned++).checkpoint(), log);
        }
        while (nextKept < kept.size() && size(kept.get(nextKept)) <= log.size()) {
            compareKept(kept.get(nextKept++).checkpoint(), log);
        }
    }

    private void compare(Checkpoint checkpoint, RootBuilder log) {
        if (rootsAgree && !checkpoint.root().equals(log.root())) {
            rootsAgree = false;
            var from = nextSigned < 2 ? 0 : size(signed.get(nextSigned - 2));
            findings.find(
                    Finding.Kind.NOT_WHAT_WAS_SIGNED,
                    "leaves " + from + " to " + (checkpoint.size() - 1),
                    "the hashes do not lead to the root that was signed over them");
        }
    }

    private void compareKept(Checkpoint checkpoint, RootBuilder log) {
        if (checkpoint.root().equals(log.root())) {
            covered = checkpoint.size();
        } else {
            findings.find(
                    Finding.Kind.FORKED,
                    "leaves 0 to " + (checkpoint.size() - 1),
                    "this is not the history that the kept checkpoint of " + checkpoint.size() + " leaves was made of");
        }
    }

    /** The log has no more leaves. */
    void conclude(RootBuilder log) {
        soFar(log);
        if (signed.isEmpty()) {
            findings.find(
                    Finding.Kind.FORGED_CHECKPOINT,
                    "in the file",
                    "no checkpoint that this key signed: is it the key of this log, and of today?");
            return;
        }
        var last = size(signed.getLast());
        if (last > log.size()) {
            findings.find(
                    Finding.Kind.TRUNCATED,
                    "after leaf " + (log.size() - 1),
                    "the checkpoint was signed over " + last + " leaves, and " + log.size() + " are here");
        } else if (last < log.size()) {
            findings.find(
                    Finding.Kind.INSERTED,
                    "after leaf " + (last - 1),
                    "more leaves are here than the last checkpoint was signed over");
        }
        for (; nextKept < kept.size(); nextKept++) {
            findings.find(
                    Finding.Kind.ROLLED_BACK,
                    "after leaf " + (log.size() - 1),
                    "the kept checkpoint says that there were " + size(kept.get(nextKept)) + " leaves, and "
                            + log.size() + " are here");
        }
    }
}
