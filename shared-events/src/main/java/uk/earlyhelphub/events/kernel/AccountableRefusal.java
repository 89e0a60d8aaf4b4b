package uk.earlyhelphub.events.kernel;

/** A refusal that somebody must be able to account for later, and so is an event of its own. */
public interface AccountableRefusal extends HubEvent {

    /** The code of the rule that stood in the way, e.g. {@code consent-not-covering-recipient}. */
    String rule();
}
