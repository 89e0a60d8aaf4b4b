package uk.earlyhelphub.events.referral;

/** By which channel data reached the recipient. */
public enum SharingChannel {
    HUB_PORTAL,
    SECURE_EMAIL,
    PHONE,
    IN_PERSON
}
