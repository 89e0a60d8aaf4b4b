package uk.earlyhelphub.platform.ids;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Where identifiers come from. */
public interface Ids {

    /** A new random identifier, a lower-case UUID. */
    String next();

    /** The random source of the running product. */
    static Ids random() {
        return () -> UUID.randomUUID().toString();
    }

    /**
     * An identifier that anybody can work out from what it follows from, so never one by which a record is protected. A lower-case
     * UUID (version 8).
     *
     * @param commandId from what it follows
     * @param label what is named, e.g. {@code person/2}
     */
    static String derived(String commandId, String label) {
        try {
            return of(MessageDigest.getInstance("SHA-256")
                    .digest((commandId + '\n' + label).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    /** The identifier that a digest makes: a lower-case UUID (version 8) of its first bits. */
    static String of(byte[] digest) {
        var bits = ByteBuffer.wrap(digest);
        var high = (bits.getLong() & 0xffffffffffff0fffL) | 0x8000L;
        var low = (bits.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }
}
