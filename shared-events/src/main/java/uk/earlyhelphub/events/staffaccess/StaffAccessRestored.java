package uk.earlyhelphub.events.staffaccess;

/** Somebody may use the Hub again. */
public record StaffAccessRestored(StaffAccessId accessId, String staff, String organisation)
        implements StaffAccessEvent {}
