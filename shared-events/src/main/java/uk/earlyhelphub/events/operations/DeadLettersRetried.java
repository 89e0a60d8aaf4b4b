package uk.earlyhelphub.events.operations;

import uk.earlyhelphub.events.ids.OperationId;

/**
 * Somebody had the events that a projection could not take tried again.
 *
 * @param about the id of the case or other thing that they are about
 * @param applied how many went through; none or all
 */
public record DeadLettersRetried(OperationId operationId, String projection, String about, int applied)
        implements DeadLetterEvent {}
