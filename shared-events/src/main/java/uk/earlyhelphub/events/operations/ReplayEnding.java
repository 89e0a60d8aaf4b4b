package uk.earlyhelphub.events.operations;

import uk.earlyhelphub.events.ids.OperationId;

/**
 * A replay has read the whole history, and what it made takes the place of what is shown; from then on it cannot be called off.
 */
public record ReplayEnding(OperationId operationId, String projection) implements ReplayEvent {}
