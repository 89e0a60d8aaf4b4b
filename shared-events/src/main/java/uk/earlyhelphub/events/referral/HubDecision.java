package uk.earlyhelphub.events.referral;

/** What the Hub meeting decided. */
public enum HubDecision {
    ALLOCATE,
    STEP_UP,
    SIGNPOST,
    DEFER,
    NO_FURTHER_ACTION
}
