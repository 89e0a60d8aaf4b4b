package uk.earlyhelphub.events.referral;

/** Where a referral stands. Never stored by itself: always derived from what happened. */
public enum ReferralStatus {
    /** Arrived; nobody has been asked for consent yet. */
    RECEIVED,
    /** Waiting for the referrer to supply what is missing. */
    RETURNED_FOR_INFORMATION,
    /** Waiting for an answer to a request for consent. */
    AWAITING_CONSENT,
    /** May go to the Hub, but has no level of need yet. */
    IN_TRIAGE,
    /** Has consent (or a recorded gateway) and a level of need; waits for an agenda. */
    READY_FOR_HUB,
    ON_AGENDA,
    /** The Hub decided; nothing is allocated. */
    DECIDED,
    /** A service was allocated and has not answered. */
    OFFERED,
    ACCEPTED,
    IN_DELIVERY,
    SERVICE_ENDED,
    STEPPED_UP,
    CLOSED
}
