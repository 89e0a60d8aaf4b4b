package uk.earlyhelphub.events.operations;

import uk.earlyhelphub.events.ids.OperationId;

/**
 * Somebody who works with the Hub said to whom they are close, so that the Hub can warn. Who that is stays in the vault, as
 * keyed tokens.
 *
 * @param staff the id that the identity provider knows them by
 * @param relation SELF, FAMILY or HOME
 */
public record ConnectionDeclared(OperationId operationId, String staff, String relation) implements ConnectionEvent {}
