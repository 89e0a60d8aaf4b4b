package uk.earlyhelphub.platform.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Makes and checks the codes by which a row that the Hub appended is told from one that the owner of the database put there.
 * HMAC-SHA-256 over everything that the row says, after four bytes with the number of the key.
 */
public final class EventCodes {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int NUMBER_BYTES = Integer.BYTES;
    private static final long ASK_AGAIN_AFTER = Duration.ofSeconds(1).toNanos();

    private final Supplier<Map<Integer, byte[]>> source;
    private volatile Keys keys;
    private volatile long asked;

    private record Keys(int newest, Map<Integer, Mac> byNumber) {}

    /**
     * @param source the keys by number, of which the highest signs; asked again when a row names a number that is not known, as
     *     after another process began a new key
     */
    public EventCodes(Supplier<Map<Integer, byte[]>> source) {
        this.source = source;
        this.keys = read();
        this.asked = System.nanoTime();
    }

    /** Codes under one key that never changes. */
    public static EventCodes under(byte[] key) {
        return new EventCodes(() -> Map.of(1, key));
    }

    private Keys read() {
        var macs = new HashMap<Integer, Mac>();
        source.get().forEach((number, key) -> macs.put(number, mac(key)));
        return new Keys(macs.keySet().stream().max(Integer::compare).orElseThrow(), macs);
    }

    private static Mac mac(byte[] key) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + ALGORITHM, e);
        }
    }

    /** The code of what a row says. */
    public byte[] code(byte[] said) {
        var now = keys;
        return code(now.newest(), mac(now, now.newest()), said);
    }

    private static Mac mac(Keys keys, int number) {
        var mac = keys.byNumber().get(number);
        if (mac == null) {
            throw new IllegalStateException("There is no key of codes with the number " + number);
        }
        return mac;
    }

    private static byte[] code(int number, Mac keyed, byte[] said) {
        try {
            // A Mac is for one thread; a copy of one that has its key costs next to nothing.
            var mac = (Mac) keyed.clone();
            return ByteBuffer.allocate(NUMBER_BYTES + mac.getMacLength())
                    .putInt(number)
                    .put(mac.doFinal(said))
                    .array();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The JDK's " + ALGORITHM + " can be cloned", e);
        }
    }

    /** Whether a row has the code of what it says. */
    public boolean fits(byte @Nullable [] code, byte[] said) {
        if (code == null || code.length <= NUMBER_BYTES) {
            return false;
        }
        var number = ByteBuffer.wrap(code).getInt();
        var mac = known(number);
        return mac != null && MessageDigest.isEqual(code, code(number, mac, said));
    }

    private @Nullable Mac known(int number) {
        var mac = keys.byNumber().get(number);
        if (mac == null && System.nanoTime() - asked > ASK_AGAIN_AFTER) {
            synchronized (this) {
                if (System.nanoTime() - asked > ASK_AGAIN_AFTER) {
                    keys = read();
                    asked = System.nanoTime();
                }
            }
            mac = keys.byNumber().get(number);
        }
        return mac;
    }

    /** What is signed: each text after its length, so that no two rows can say the same; nothing is not the same as empty. */
    static byte[] said(@Nullable String... texts) {
        var bytes = new byte @Nullable [texts.length][];
        var length = 0;
        for (var i = 0; i < texts.length; i++) {
            var text = texts[i];
            bytes[i] = text == null ? null : text.getBytes(StandardCharsets.UTF_8);
            length += Integer.BYTES + (bytes[i] == null ? 0 : bytes[i].length);
        }
        var said = ByteBuffer.allocate(length);
        for (var text : bytes) {
            said.putInt(text == null ? -1 : text.length);
            if (text != null) {
                said.put(text);
            }
        }
        return said.array();
    }

    /** A time as it is signed: microseconds since 1970, as PostgreSQL keeps it. */
    static String said(Instant time) {
        return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, time));
    }
}
