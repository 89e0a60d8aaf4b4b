package uk.earlyhelphub.events.referral;

/** Who made the referral. */
public enum ReferrerKind {
    PROFESSIONAL,
    PARENT_OR_CARER,
    YOUNG_PERSON,
    RELATIVE,
    NEIGHBOUR,
    OTHER
}
