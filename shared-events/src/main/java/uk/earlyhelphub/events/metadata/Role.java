package uk.earlyhelphub.events.metadata;

/** In which role somebody acted. */
public enum Role {
    /** Works referrals for a team. */
    CASEWORKER,
    /** Runs the weekly Hub meeting. */
    HUB_CHAIR,
    /** Delivers a service that was allocated. */
    PROVIDER,
    /** Receives data shared with one of the notice's nine agencies, or with the commissioner. */
    PARTNER_AGENCY,
    /** Replays and verifies the history. */
    AUDITOR,
    /** Answers a complaint. */
    INVESTIGATOR,
    /** Answers for rights, breaches, retention and overrides. */
    DATA_PROTECTION_OFFICER,
    /** Decides overrides and answers for performance. */
    MANAGER,
    /** A child, young person, parent or carer using their rights. */
    FAMILY,
    /** Keeps the service running; never sees case content. */
    ADMINISTRATOR,
    /** The product itself, keeping a clock. It never decides about a family (R38). */
    SYSTEM
}
