package uk.earlyhelphub.events.operations;

/** A replay was called off; nothing was changed. */
public record ReplayCancelled(OperationId operationId, String projection) implements OperationEvent {}
