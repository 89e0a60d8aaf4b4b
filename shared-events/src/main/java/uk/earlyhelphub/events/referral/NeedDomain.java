package uk.earlyhelphub.events.referral;

/** A domain of need, after the ten Supporting Families outcomes (R62). */
public enum NeedDomain {
    EDUCATION,
    EARLY_YEARS,
    HEALTH,
    SUBSTANCE_RECOVERY,
    FAMILY_RELATIONSHIPS,
    SAFE_FROM_ABUSE,
    CRIME,
    DOMESTIC_ABUSE,
    HOUSING,
    FINANCE
}
