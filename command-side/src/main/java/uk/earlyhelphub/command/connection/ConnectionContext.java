package uk.earlyhelphub.command.connection;

import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.model.connection.ConnectionState;

/**
 * How things stand when something is declared or to be forgotten.
 *
 * @param before what people declared before
 */
public record ConnectionContext(ConnectionState state, Actor actor, DeclaredBefore before) {}
