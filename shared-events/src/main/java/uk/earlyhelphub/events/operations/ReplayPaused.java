package uk.earlyhelphub.events.operations;

import uk.earlyhelphub.events.ids.OperationId;

/** A replay was made to wait; what it has read so far is kept. */
public record ReplayPaused(OperationId operationId, String projection) implements ReplayEvent {}
