package uk.earlyhelphub.events.operations;

import uk.earlyhelphub.events.ids.OperationId;
import uk.earlyhelphub.events.kernel.HubEvent;

/** Everything that is done to keep the Hub running and must be accounted for. */
public sealed interface OperationEvent extends HubEvent
        permits ConnectionEvent, DeadLetterEvent, ReplayEvent, ReplayPlaceTaken {
    OperationId operationId();
}
