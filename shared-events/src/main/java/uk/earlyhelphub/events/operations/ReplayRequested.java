package uk.earlyhelphub.events.operations;

import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.OperationId;

/**
 * Somebody asked that a projection be made again from the history. It begins when a second person agrees.
 *
 * @param projection which one, by its name
 * @param reference a number under which more can be found elsewhere, such as a ticket's
 */
public record ReplayRequested(
        OperationId operationId,
        String projection,
        ReplayKind kind,
        ReplayReason reason,
        @Nullable String reference) implements ReplayEvent {}
