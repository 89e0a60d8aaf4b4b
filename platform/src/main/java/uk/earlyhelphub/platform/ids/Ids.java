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
     * An identifier that follows from a command: the same command sent again names the same things, so a repeat can have no
     * second effect. A lower-case UUID (version 8).
     *
     * @param commandId the id of the command
     * @param label what is named, e.g. {@code person/2}
     */
    static String derived(String commandId, String label) {
        try {
            var hash = MessageDigest.getInstance("SHA-256")
                    .digest((commandId + '\n' + label).getBytes(StandardCharsets.UTF_8));
            var bits = ByteBuffer.wrap(hash);
            var high = (bits.getLong() & 0xffffffffffff0fffL) | 0x8000L;
            var low = (bits.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
            return new UUID(high, low).toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
