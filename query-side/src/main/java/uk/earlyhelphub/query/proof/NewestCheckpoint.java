package uk.earlyhelphub.query.proof;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.proof.SignedCheckpoint;

/** The newest checkpoint of the proof log, for what is handed out elsewhere and should be checkable later. */
@Component
public class NewestCheckpoint {
    private final ObjectProvider<ProofLogWriter> keeper;

    NewestCheckpoint(ObjectProvider<ProofLogWriter> keeper) {
        this.keeper = keeper;
    }

    /** The signed note, if this process keeps the log and something was recorded. */
    public Optional<String> note() {
        return Optional.ofNullable(keeper.getIfAvailable())
                .flatMap(here -> here.log().newest())
                .map(SignedCheckpoint::note);
    }
}
