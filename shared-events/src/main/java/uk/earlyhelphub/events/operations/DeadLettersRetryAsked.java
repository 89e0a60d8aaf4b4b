package uk.earlyhelphub.events.operations;

import uk.earlyhelphub.events.ids.OperationId;

/**
 * Somebody asked that the events that a read model could not take be tried again; what came of it is told by
 * {@link DeadLettersRetried}.
 *
 * @param about the id of the case or other thing that they are about
 * @param held how many they were then
 */
public record DeadLettersRetryAsked(OperationId operationId, String projection, String about, int held)
        implements DeadLetterEvent {}
