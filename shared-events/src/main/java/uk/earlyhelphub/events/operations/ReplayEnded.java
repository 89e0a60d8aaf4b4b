package uk.earlyhelphub.events.operations;

import uk.earlyhelphub.events.ids.OperationId;

/**
 * A replay came to its end.
 *
 * @param events how many events were read
 * @param digestBefore SHA-256 over what was shown, in hexadecimal; empty if it did not come that far
 * @param digestReplayed SHA-256 over what the history says, in hexadecimal; empty if it did not come that far
 * @param differences how many rows differ
 */
public record ReplayEnded(
        OperationId operationId,
        String projection,
        ReplayOutcome outcome,
        long events,
        String digestBefore,
        String digestReplayed,
        long differences)
        implements ReplayEvent {}
