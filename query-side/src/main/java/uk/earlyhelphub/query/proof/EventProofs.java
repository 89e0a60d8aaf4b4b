package uk.earlyhelphub.query.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.EventPosition;
import uk.earlyhelphub.proof.ProofFile;

/** Proofs for events that are cited elsewhere. */
@Component
public class EventProofs {
    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private final ObjectProvider<ProofLogWriter> keeper;
    private final EventLog events;

    EventProofs(ObjectProvider<ProofLogWriter> keeper, EventLog events) {
        this.events = events;
        this.keeper = keeper;
    }

    /**
     * Proof that one event is in the history.
     *
     * @param index which leaf of the log it is
     * @param leaf the event as it is stored, the very bytes that were hashed
     * @param leafHash the hash by which the log knows it, in base64
     * @param proof a C2SP tlog-proof file
     */
    public record Proved(long index, String leaf, String leafHash, String proof) {}

    /** Waits, a few seconds at most, until the event at a position is signed for. */
    public void await(EventPosition position) {
        var here = keeper.getIfAvailable();
        if (here == null) {
            return;
        }
        try {
            here.awaitSigned(position, PATIENCE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** The proof for the event at a position, if this process keeps the log and has signed for it. */
    public Optional<Proved> of(EventPosition position) {
        var here = keeper.getIfAvailable();
        if (here == null) {
            return Optional.empty();
        }
        try {
            var newest = here.log().newest();
            var index = here.log().index(StoredHistory.position(position));
            var row = events.storedAt(position);
            if (newest.isEmpty() || index.isEmpty() || row.isEmpty()) {
                return Optional.empty();
            }
            var path =
                    here.log().inclusion(index.get(), newest.get().checkpoint().size());
            return Optional.of(new Proved(
                    index.get(),
                    StoredHistory.leaf(row.get()).line(),
                    here.log().leaf(index.get()).hash().toBase64(),
                    new ProofFile(path, newest.get().note()).text()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
