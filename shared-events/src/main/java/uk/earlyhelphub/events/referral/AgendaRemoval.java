package uk.earlyhelphub.events.referral;

/** Why a referral left an agenda. */
public enum AgendaRemoval {
    CONSENT_LOST,
    ASKED,
    MEETING_CANCELLED,
    STEPPED_UP,
    CLOSED
}
