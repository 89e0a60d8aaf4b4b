package uk.earlyhelphub.events.staffaccess;

import uk.earlyhelphub.events.ids.StaffAccessId;

/** Somebody may use the Hub again. */
public record StaffAccessRestored(StaffAccessId accessId, String staff, String organisation)
        implements StaffAccessEvent {}
