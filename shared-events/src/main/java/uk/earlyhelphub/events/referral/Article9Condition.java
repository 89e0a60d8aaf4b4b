package uk.earlyhelphub.events.referral;

/** The condition that lets special category data be processed (UK GDPR Art 9(2)). */
public enum Article9Condition {
    EXPLICIT_CONSENT,
    VITAL_INTERESTS,
    SUBSTANTIAL_PUBLIC_INTEREST,
    HEALTH_OR_SOCIAL_CARE
}
