package uk.earlyhelphub.events.referral;

/** The notice's nine partner agencies, and the commissioner. */
public enum Agency {
    SOCIAL_CARE_SERVICES,
    THAMES_VALLEY_POLICE,
    HEALTH_SERVICES,
    PROBATION_SERVICES,
    EDUCATION_AND_SCHOOLS,
    HOUSING_SERVICES,
    CAMHS,
    TARGETED_SUPPORT_SERVICES,
    YOUTH_OFFENDING_SERVICES,
    /** Windsor and Maidenhead Council. */
    COMMISSIONER
}
