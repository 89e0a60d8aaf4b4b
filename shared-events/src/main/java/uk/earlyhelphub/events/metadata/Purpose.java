package uk.earlyhelphub.events.metadata;

/** Why personal data was processed, in the notice's words. */
public enum Purpose {
    /** Gain clarity around the referral information. */
    CLARIFY_REFERRAL,
    /** Discuss new referrals at the weekly Hub meeting. */
    DISCUSS_AT_HUB,
    /** Allocate an appropriate service. */
    ALLOCATE_SERVICE,
    /** Share where it is appropriate and legal. */
    SHARE,
    /** Evaluate and quality assure services. */
    EVALUATE,
    /** Audit and improve services. */
    AUDIT,
    /** Assess performance and set targets. */
    PERFORMANCE,
    /** Complete statistical returns. */
    STATISTICAL_RETURN,
    /** Account for decisions and investigate complaints. */
    ACCOUNT_FOR_DECISIONS,
    /** Teach, train and monitor staff. */
    TRAIN,
    /** Answer a person using their rights. */
    EXERCISE_RIGHTS,
    /** Protect a child or adult from harm. */
    PROTECT,
    /** Keep the service running. */
    OPERATE
}
