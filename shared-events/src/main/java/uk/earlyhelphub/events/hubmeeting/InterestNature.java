package uk.earlyhelphub.events.hubmeeting;

/** How a member of the Hub meeting is tied to a family, so that somebody else must decide. */
public enum InterestNature {
    RELATIVE,
    FRIEND,
    NEIGHBOUR,
    COLLEAGUE,
    PROFESSIONAL,
    OTHER
}
