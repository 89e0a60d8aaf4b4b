package uk.earlyhelphub.command.staffaccess;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.staffaccess.StaffAccessEnded;
import uk.earlyhelphub.events.staffaccess.StaffAccessEvent;

/** Keeps whether a colleague's access has ended; commands decide. */
@AggregateRoot(type = "StaffAccess")
class StaffAccess {
    @AggregateIdentifier
    // Null until the first event names it: Axon takes any other value for a name given already.
    private @Nullable String id;

    private boolean ended;

    StaffAccess() {}

    void happens(StaffAccessEvent event) {
        AggregateLifecycle.apply(event);
    }

    @EventSourcingHandler
    void on(StaffAccessEvent event) {
        id = event.accessId().value();
        ended = event instanceof StaffAccessEnded;
    }

    boolean ended() {
        return ended;
    }
}
