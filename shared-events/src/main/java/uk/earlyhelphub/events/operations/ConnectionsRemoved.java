package uk.earlyhelphub.events.operations;

import uk.earlyhelphub.events.ids.OperationId;

/**
 * What somebody who works with the Hub declared about those close to them was forgotten; from then on the Hub does not warn about
 * it. The Data Protection Officer confirmed it; until that was asked of them, people had it forgotten themselves, and may have to
 * explain it if it came before a look at a record.
 *
 * @param staff the id that the identity provider knows them by
 * @param removed how many connections they had declared
 */
public record ConnectionsRemoved(OperationId operationId, String staff, int removed) implements ConnectionEvent {}
