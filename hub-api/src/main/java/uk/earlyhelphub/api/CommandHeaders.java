package uk.earlyhelphub.api;

import org.jspecify.annotations.Nullable;

/**
 * The headers that a command honours. An operation that takes them is one that has the same effect once however often it is
 * sent, and that can be bound to a version.
 *
 * @param idempotencyKey {@code Idempotency-Key}: 8 to 100 letters, digits, dots, dashes, underscores or tildes; one key has one
 *     effect, and the same request with the same key is answered as the first time
 * @param ifMatch {@code If-Match}: the {@code ETag} of an earlier answer; the command is carried out only if the record is still
 *     at that version
 * @param correlationId {@code X-Correlation-Id}: a random UUID in lower case, the same through everything that one act sets in
 *     motion
 */
public record CommandHeaders(
        @Nullable String idempotencyKey,
        @Nullable String ifMatch,
        @Nullable String correlationId) {
    /** The header with the key. */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /** The header with the version that the sender has seen. */
    public static final String IF_MATCH = "If-Match";

    /** The header with what ties requests together. */
    public static final String CORRELATION_ID = "X-Correlation-Id";

    private static final CommandHeaders NONE = new CommandHeaders(null, null, null);

    /** No headers: sent twice, it is done twice. */
    public static CommandHeaders none() {
        return NONE;
    }

    /** With a key of the sender's choosing. */
    public static CommandHeaders key(String idempotencyKey) {
        return new CommandHeaders(idempotencyKey, null, null);
    }

    /** The same, to be carried out only at this version. */
    public CommandHeaders at(long version) {
        return new CommandHeaders(idempotencyKey, "\"" + version + "\"", correlationId);
    }

    /** The same, as part of something larger. */
    public CommandHeaders within(String correlation) {
        return new CommandHeaders(idempotencyKey, ifMatch, correlation);
    }
}
