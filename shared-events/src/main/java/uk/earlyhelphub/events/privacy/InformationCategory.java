package uk.earlyhelphub.events.privacy;

/** The notice's five kinds of personal data that the Hub collects. */
public enum InformationCategory {
    /** Names, private fostering arrangements, telephone numbers, email and home addresses. */
    IDENTIFIERS_AND_CONTACTS,
    /** Ethnicity, physical and mental health (UK GDPR Art 9). */
    SPECIAL_CATEGORY,
    /** Risk factors, court orders, professional involvement. */
    SAFEGUARDING,
    /** School attendance. */
    ATTENDANCE,
    /** Exclusions and alternative provision. */
    BEHAVIOUR
}
