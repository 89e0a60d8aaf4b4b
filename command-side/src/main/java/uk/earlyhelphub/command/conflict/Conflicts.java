package uk.earlyhelphub.command.conflict;

import java.util.List;
import java.util.function.Function;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.recordaccess.ConflictEvent;
import uk.earlyhelphub.model.conflict.ConflictState;
import uk.earlyhelphub.platform.commands.CommandContext;
import uk.earlyhelphub.platform.commands.StreamDefinition;
import uk.earlyhelphub.platform.commands.StreamDefinition.Guard;

/** The stream of one conflict: that it was noticed, or the reason that was given, and how it was judged. */
public final class Conflicts {
    private Conflicts() {}

    /** Its fold, its table and its commands. */
    public static StreamDefinition<ConflictEvent, ConflictState, ConflictContext> stream(
            Function<CommandContext<ConflictState>, ConflictContext> context) {
        return new StreamDefinition<>(
                "RecordAccess",
                ConflictEvent.class,
                event -> event.accessId().value(),
                ConflictState.NONE,
                (before, event, act) -> before.after(event, act.by().id()),
                (actor, state) -> actor.role() == Role.DATA_PROTECTION_OFFICER,
                (before, event, today) -> ConflictRules.require(before, event),
                Guard.none(),
                context,
                List.of(GiveConflictReason.class, ReviewConflict.class));
    }
}
