package uk.earlyhelphub.command.referral;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.referral.ReferralEvent;
import uk.earlyhelphub.model.referral.ReferralState;

/** One referral. It only keeps its state; intentions decide, and the shared fold evolves. */
@AggregateRoot(type = "Referral")
public class Referral {
    @AggregateIdentifier
    // Null until the first event names it: Axon takes any other value for a name given already.
    private @Nullable String id;

    private ReferralState state = ReferralState.NONE;

    Referral() {}

    /** Records that something happened. */
    public void happens(ReferralEvent event) {
        AggregateLifecycle.apply(event);
    }

    @EventSourcingHandler
    void on(ReferralEvent event) {
        id = event.referralId().value();
        state = state.after(event);
    }

    /** How it stands. */
    public ReferralState state() {
        return state;
    }
}
