package uk.earlyhelphub.command.operation;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import uk.earlyhelphub.events.ids.OperationId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.model.operation.ReplayState;

/**
 * How things stand when something is decided about a replay.
 *
 * @param replayable the names of the read models that some process can make again
 * @param latest by its id, the replay that took the place of a read model last; none if no replay ever did
 * @param others how another replay stands
 */
public record ReplayContext(
        ReplayState state,
        Actor actor,
        Supplier<Set<String>> replayable,
        Function<String, Optional<OperationId>> latest,
        Function<OperationId, ReplayState> others) {

    /** The read model that the replay is of, by its name. */
    String projection() {
        return Objects.requireNonNull(state.asked()).projection();
    }
}
