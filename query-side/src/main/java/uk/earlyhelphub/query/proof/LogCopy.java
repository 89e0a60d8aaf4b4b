package uk.earlyhelphub.query.proof;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.proof.Checkpoint;
import uk.earlyhelphub.proof.Hash;
import uk.earlyhelphub.proof.LogPlace;
import uk.earlyhelphub.proof.LoggedLeaf;
import uk.earlyhelphub.proof.PublicLogKey;
import uk.earlyhelphub.proof.SignedCheckpoint;

/** One copy of the log in its folder: what fails there is noted, tried again at the next signing, and holds up no other copy. */
final class LogCopy implements AutoCloseable {
    private final Path folder;
    private final PublicLogKey key;
    private volatile @Nullable LogPlace place;
    private volatile @Nullable String remark;
    private volatile @Nullable String trouble;
    private volatile @Nullable String rot;

    LogCopy(Path folder, PublicLogKey key) {
        this.folder = folder;
        this.key = key;
    }

    /** Opens it for the first time. A folder that cannot be reached is in trouble; one that was altered or is in use is refused. */
    void open() throws LogPlace.Altered, LogPlace.InUse {
        try {
            var opened = LogPlace.open(folder, key);
            place = opened;
            remark = opened.remark();
            opened.requireOwnRoot();
        } catch (IOException e) {
            trouble = said(e);
        }
    }

    String name() {
        return folder.toString();
    }

    /** Whether it could be opened. */
    boolean isOpen() {
        return place != null;
    }

    @Nullable
    SignedCheckpoint found() {
        var here = place;
        return here == null ? null : here.found();
    }

    /** How much was signed in it when it was opened. */
    long foundSize() {
        var found = found();
        return found == null ? 0 : found.checkpoint().size();
    }

    /** Whether it has a leaf, and nothing is known against it. */
    boolean has(long index) {
        var here = place;
        return here != null && rot == null && here.size() > index;
    }

    List<LoggedLeaf> leaves(long from, int count) throws IOException {
        return there().leaves(from, count);
    }

    List<SignedCheckpoint> checkpoints(int most) throws IOException {
        return there().checkpoints(most);
    }

    void keepWitnessed(String note) throws IOException {
        there().keepWitnessed(note);
    }

    private LogPlace there() throws IOException {
        var here = place;
        if (here == null) {
            throw new IOException("cannot be opened");
        }
        return here;
    }

    /**
     * Adds what it lacks, and the checkpoint. Answers whether it has it now.
     *
     * @param lacking leaves from an index on, from memory or from another copy
     * @param root of the first leaves, by how many
     */
    boolean take(SignedCheckpoint checkpoint, LongFunction<List<LoggedLeaf>> lacking, LongFunction<Hash> root) {
        try {
            var here = opened(root);
            while (here.size() < checkpoint.checkpoint().size()) {
                here.add(lacking.apply(here.size()));
            }
            here.publish(checkpoint);
            trouble = null;
            return true;
        } catch (IllegalArgumentException _) {
            trouble = "is ahead of the log";
            return false;
        } catch (IOException | LogPlace.Altered | LogPlace.InUse | RuntimeException e) {
            trouble = said(e);
            return false;
        }
    }

    private LogPlace opened(LongFunction<Hash> root) throws IOException, LogPlace.Altered, LogPlace.InUse {
        var here = place;
        if (here != null) {
            try {
                here.requireStillThere();
                return here;
            } catch (IOException e) {
                remark = "was " + said(e) + " while it was in use, and is filled again";
                place = null;
                here.close();
            }
        }
        var again = LogPlace.open(folder, key);
        try {
            again.requireOwnRoot();
            var found = again.found();
            if (found != null
                    && !root.apply(found.checkpoint().size())
                            .equals(found.checkpoint().root())) {
                throw new LogPlace.Altered("holds another history, also signed");
            }
        } catch (IOException | LogPlace.Altered | RuntimeException e) {
            again.close();
            throw e;
        }
        place = again;
        return again;
    }

    /** Reads all of it, and notes if it does not lead to what was signed. */
    void check(Checkpoint signed) {
        var here = place;
        if (here == null || here.size() < signed.size()) {
            return;
        }
        try {
            here.requireStillThere();
            if (!here.rootOf(signed.size()).equals(signed.root())) {
                rot = "its leaves do not lead to the root that was signed over them: it is not as it was written";
            }
        } catch (LogPlace.Altered e) {
            rot = String.valueOf(e.getMessage());
        } catch (IOException e) {
            trouble = said(e);
        }
    }

    private static String said(Exception e) {
        return e instanceof IOException && e.getClass() == IOException.class
                        || e instanceof LogPlace.Altered
                        || e instanceof LogPlace.InUse
                ? String.valueOf(e.getMessage())
                : e.getClass().getSimpleName();
    }

    /** What is wrong with it, if anything is. */
    @Nullable
    String trouble() {
        var rotten = rot;
        var now = trouble;
        return rotten != null ? rotten : now != null ? now : remark;
    }

    @Override
    public void close() throws IOException {
        var here = place;
        place = null;
        if (here != null) {
            here.close();
        }
    }
}
