package uk.earlyhelphub.command.staffaccess;

import java.util.List;
import java.util.function.Function;
import uk.earlyhelphub.events.staffaccess.StaffAccessEvent;
import uk.earlyhelphub.model.staffaccess.StaffAccessState;
import uk.earlyhelphub.platform.commands.Fold;
import uk.earlyhelphub.platform.commands.StreamDefinition;
import uk.earlyhelphub.platform.commands.StreamDefinition.Guard;
import uk.earlyhelphub.platform.commands.StreamDefinition.Transition;

/** The stream of a colleague's access to the Hub. */
public final class StaffAccesses {
    private StaffAccesses() {}

    /** Its fold and its commands. */
    public static StreamDefinition<StaffAccessEvent, StaffAccessState, AccessContext> stream(
            Function<String, List<AccessContext.Post>> posts) {
        return new StreamDefinition<>(
                "StaffAccess",
                StaffAccessEvent.class,
                event -> event.accessId().value(),
                StaffAccessState.NONE,
                Fold.ofEvents(StaffAccessState::after),
                (actor, state) -> StaffAccessCommand.MAY.contains(actor.role()),
                Transition.whatIsDecided(),
                Guard.none(),
                context -> new AccessContext(context.state(), context.actor(), posts),
                List.of(EndStaffAccess.class, RestoreStaffAccess.class));
    }
}
