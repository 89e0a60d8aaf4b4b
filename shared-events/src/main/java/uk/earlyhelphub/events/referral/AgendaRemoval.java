package uk.earlyhelphub.events.referral;

/** Why a referral left an agenda. */
public enum AgendaRemoval {
    CONSENT_LOST,
    ASKED,
    DISCUSSED,
    NOT_REACHED,
    MEETING_CANCELLED,
    STEPPED_UP,
    CLOSED
}
