package uk.earlyhelphub.events.operations;

import uk.earlyhelphub.events.ids.OperationId;

/**
 * A replay took the one place that there is for replays of a read model; it is free again when that replay has ended.
 *
 * @param operationId of the place
 * @param projection the read model, by its name
 * @param replay the replay that took it
 */
public record ReplayPlaceTaken(OperationId operationId, String projection, OperationId replay)
        implements OperationEvent {}
