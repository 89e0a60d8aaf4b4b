package uk.earlyhelphub.events.staffaccess;

import uk.earlyhelphub.events.ids.StaffAccessId;

/**
 * Somebody may no longer use the Hub, from the next request on.
 *
 * @param staff the id that the identity provider knows them by
 * @param organisation for which they acted
 */
public record StaffAccessEnded(StaffAccessId accessId, String staff, String organisation, StaffAccessEnd cause)
        implements StaffAccessEvent {}
