package uk.earlyhelphub.events.recordaccess;

import uk.earlyhelphub.events.ids.AccessId;
import uk.earlyhelphub.events.kernel.HubEvent;

/** Every look at a record is part of its account. */
public sealed interface RecordAccessEvent extends HubEvent
        permits ConflictEvent,
                EmergencyEvent,
                ExportDelivered,
                RecordExported,
                RecordOpened,
                RecordRefused,
                RecordsSearched {
    AccessId accessId();
}
