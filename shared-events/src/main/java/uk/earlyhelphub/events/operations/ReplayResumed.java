package uk.earlyhelphub.events.operations;

import uk.earlyhelphub.events.ids.OperationId;

/** A replay that was made to wait goes on. */
public record ReplayResumed(OperationId operationId, String projection) implements ReplayEvent {}
