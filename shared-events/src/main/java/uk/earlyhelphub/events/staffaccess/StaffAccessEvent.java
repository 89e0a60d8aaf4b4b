package uk.earlyhelphub.events.staffaccess;

import uk.earlyhelphub.events.ids.StaffAccessId;
import uk.earlyhelphub.events.kernel.HubEvent;

/** Everything that can happen to a person's access to the Hub. */
public sealed interface StaffAccessEvent extends HubEvent permits StaffAccessEnded, StaffAccessRestored {
    StaffAccessId accessId();
}
