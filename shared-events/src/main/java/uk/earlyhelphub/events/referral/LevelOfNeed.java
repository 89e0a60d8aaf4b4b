package uk.earlyhelphub.events.referral;

/** The windscreen of need; the words are the neighbouring boroughs' (R56). */
public enum LevelOfNeed {
    UNIVERSAL,
    ADDITIONAL,
    INTENSIVE,
    SPECIALIST
}
