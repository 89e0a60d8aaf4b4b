package uk.earlyhelphub.events.operations;

/** A second person agreed to a replay. */
public record ReplayApproved(OperationId operationId, String projection) implements OperationEvent {}
