package uk.earlyhelphub.platform.planted;

import uk.earlyhelphub.events.staffaccess.StaffAccessEnded;

/** Planted: a rule must refuse it. */
public final class PlatformWithARoom {
    boolean ended(Object event) {
        return event instanceof StaffAccessEnded;
    }
}
