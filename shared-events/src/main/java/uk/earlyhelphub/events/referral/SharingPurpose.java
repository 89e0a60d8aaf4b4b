package uk.earlyhelphub.events.referral;

/** What data is shared for; the words that explain it further are sealed with the necessity. */
public enum SharingPurpose {
    SUPPORT_EDUCATION,
    SUPPORT_HEALTH,
    SUPPORT_HOUSING,
    DELIVER_SERVICE,
    PROTECT_FROM_HARM,
    HAND_OVER,
    COMMISSIONING
}
