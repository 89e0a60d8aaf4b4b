package uk.earlyhelphub.command.operation;

import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.OperationId;
import uk.earlyhelphub.events.operations.ReplayKind;
import uk.earlyhelphub.events.operations.ReplayPlaceTaken;
import uk.earlyhelphub.events.operations.ReplayReason;
import uk.earlyhelphub.events.operations.ReplayRequested;
import uk.earlyhelphub.platform.commands.Decision;
import uk.earlyhelphub.platform.commands.Refused;

/** Ask that a read model be made again from the history, or compared with it. There is one replay at a time for each. */
public record RequestReplay(
        OperationId operationId,
        String projection,
        ReplayKind kind,
        ReplayReason reason,
        @Nullable String reference) implements ReplayCommand {
    @Override
    public Begins begins() {
        return Begins.YES;
    }

    @Override
    public Decision decide(ReplayContext now) {
        var replayable = now.replayable().get();
        if (!replayable.contains(projection)) {
            throw Refused.by(
                    ReplayRule.NO_SUCH_PROJECTION,
                    "projection",
                    "Name one of: " + String.join(", ", new TreeSet<>(replayable)) + ".");
        }
        var latest = now.latest().apply(projection);
        if (latest.filter(id -> !now.others().apply(id).standing().isClosed()).isPresent()) {
            throw Refused.by(
                    ReplayRule.REPLAY_UNDER_WAY,
                    "This projection has a replay that was not ended. Wait for it, or cancel it.");
        }
        return Decision.of(
                new ReplayRequested(operationId, projection, kind, reason, reference),
                new ReplayPlaceTaken(Replays.placeOf(projection), projection, operationId));
    }
}
