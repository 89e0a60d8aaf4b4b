package uk.earlyhelphub.command.hubmeeting;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.hubmeeting.HubMeetingEvent;
import uk.earlyhelphub.model.hubmeeting.HubMeetingState;

/** Keeps its state; commands decide. */
@AggregateRoot(type = "HubMeeting")
public class HubMeeting {
    @AggregateIdentifier
    // Null until the first event names it: Axon takes any other value for a name given already.
    private @Nullable String id;

    private HubMeetingState state = HubMeetingState.NONE;

    HubMeeting() {}

    /** Records that something happened. */
    public void happens(HubMeetingEvent event) {
        AggregateLifecycle.apply(event);
    }

    @EventSourcingHandler
    void on(HubMeetingEvent event) {
        id = event.meetingId().value();
        state = state.after(event);
    }

    /** How it stands. */
    public HubMeetingState state() {
        return state;
    }
}
