package uk.earlyhelphub.events.operations;

import uk.earlyhelphub.events.ids.OperationId;

/**
 * Somebody who works with the Hub asked that it forget to whom they are close. Until the Data Protection Officer confirms it, what
 * they declared keeps counting: nobody opens a record to themselves by taking back what shuts it.
 *
 * @param staff the id that the identity provider knows them by
 * @param declared how many connections they ask to have forgotten
 */
public record ConnectionsRemovalAsked(OperationId operationId, String staff, int declared) implements ConnectionEvent {}
