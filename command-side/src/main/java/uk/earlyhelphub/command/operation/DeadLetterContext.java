package uk.earlyhelphub.command.operation;

import java.util.List;
import java.util.function.ToLongBiFunction;
import uk.earlyhelphub.events.recordaccess.RefusedBecause;
import uk.earlyhelphub.model.operation.DeadLetterState;
import uk.earlyhelphub.platform.commands.Refused;

/**
 * How things stand when something is decided about dead letters.
 *
 * @param held how many events of a thing a read model holds, by their names
 */
public record DeadLetterContext(DeadLetterState state, ToLongBiFunction<String, String> held) {

    /** How many are held, or "unknown" if none are. */
    int requireHeld(String projection, String about) {
        var count = held.applyAsLong(projection, about);
        if (count == 0) {
            throw Refused.unknown().noting(List.of(RefusedBecause.NO_SUCH_RECORD.name()));
        }
        return Math.toIntExact(count);
    }
}
