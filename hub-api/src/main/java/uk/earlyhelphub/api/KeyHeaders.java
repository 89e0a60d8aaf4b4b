package uk.earlyhelphub.api;

import org.jspecify.annotations.Nullable;

/**
 * The headers of a look that is an act, such as a search or an export: it changes nothing but what is on record about who looked.
 *
 * @param idempotencyKey {@code Idempotency-Key}: as for a command; the same look with the same key is one look on record, however
 *     often it is sent
 * @param correlationId {@code X-Correlation-Id}: as for a command
 */
public record KeyHeaders(
        @Nullable String idempotencyKey, @Nullable String correlationId) {
    private static final KeyHeaders NONE = new KeyHeaders(null, null);

    /** No headers: sent twice, it is on record twice. */
    public static KeyHeaders none() {
        return NONE;
    }

    /** With a key of the sender's choosing. */
    public static KeyHeaders key(String idempotencyKey) {
        return new KeyHeaders(idempotencyKey, null);
    }
}
