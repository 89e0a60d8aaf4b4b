package uk.earlyhelphub.events.referral;

import uk.earlyhelphub.events.ids.PersonId;

/** How one person stands to another in the same referral. */
public record Relationship(PersonId to, String kind, Answer parentalResponsibility) {}
