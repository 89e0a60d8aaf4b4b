package uk.earlyhelphub.api.proof;

/**
 * Proof that one event is in the history.
 *
 * @param leaf the event as it is stored, sealed texts included: the very bytes that were hashed
 * @param proof a C2SP tlog-proof file, which {@code hub verify-event} checks without asking anybody
 */
public record EventProof(String position, String eventId, String type, long index, String leaf, String proof) {}
