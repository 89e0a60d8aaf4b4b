package uk.earlyhelphub.events.referral;

/** What consent is asked for; each may be given, refused or withdrawn apart from the others (R7). */
public enum ConsentPurpose {
    /** Progress the referral to the weekly Hub meeting. */
    DISCUSS_AT_HUB,
    /** Allocate an appropriate service. */
    ALLOCATE_SERVICE,
    /** Share with the agencies that the consent names. */
    SHARE_WITH_AGENCIES,
    /** Evaluate and quality assure services. */
    EVALUATION
}
