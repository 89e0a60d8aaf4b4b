package uk.earlyhelphub.api.connection;

/**
 * How many connections the caller has declared.
 *
 * @param removalAsked how many of them they asked to have forgotten; they count until that is confirmed
 */
public record DeclaredConnections(long declared, long removalAsked) {}
