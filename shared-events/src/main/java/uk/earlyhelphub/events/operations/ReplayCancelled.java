package uk.earlyhelphub.events.operations;

import uk.earlyhelphub.events.ids.OperationId;

/** A replay was called off; nothing was changed. */
public record ReplayCancelled(OperationId operationId, String projection) implements ReplayEvent {}
