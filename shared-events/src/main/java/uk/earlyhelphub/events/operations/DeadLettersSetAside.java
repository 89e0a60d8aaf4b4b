package uk.earlyhelphub.events.operations;

import uk.earlyhelphub.events.ids.OperationId;

/**
 * Somebody decided that a projection may go on without the events that it could not take, and raise no alarm over them. They can
 * still be tried again.
 *
 * @param about the id of the case or other thing that they are about
 * @param reference a number under which the reason can be found, such as a ticket's
 */
public record DeadLettersSetAside(OperationId operationId, String projection, String about, String reference)
        implements DeadLetterEvent {}
