package uk.earlyhelphub.events.referral;

/** The part a person has in the household. */
public enum PartInFamily {
    CHILD,
    UNBORN_CHILD,
    YOUNG_PERSON,
    PARENT_OR_CARER,
    OTHER_ADULT
}
