package uk.earlyhelphub.events.operations;

import uk.earlyhelphub.events.ids.OperationId;

/**
 * Somebody who works with the Hub had all forgotten to whom they are close; from then on the Hub does not warn about it. It is on
 * record, because whoever does so before a look at a record may have to explain it.
 *
 * @param staff the id that the identity provider knows them by
 * @param removed how many connections they had declared
 */
public record ConnectionsRemoved(OperationId operationId, String staff, int removed) implements OperationEvent {}
