package uk.earlyhelphub.events.staffaccess;

/** Why somebody may no longer use the Hub. */
public enum StaffAccessEnd {
    LEFT,
    SUSPENDED,
    DEVICE_LOST,
    MISUSE_SUSPECTED
}
