package uk.earlyhelphub.command.connection;

import java.util.function.ToLongFunction;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.model.connection.ConnectionState;

/**
 * How things stand when something is declared or to be forgotten.
 *
 * @param counting how many declarations of somebody count, those that are to be forgotten left out
 */
public record ConnectionContext(ConnectionState state, Actor actor, ToLongFunction<String> counting) {}
