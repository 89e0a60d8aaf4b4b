package uk.earlyhelphub.events.operations;

import uk.earlyhelphub.events.ids.OperationId;

/** A second person agreed to a replay. */
public record ReplayApproved(OperationId operationId, String projection) implements ReplayEvent {}
