package uk.earlyhelphub.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The lines of an exported history, as bytes, with the checksum of all that came before the current one. */
final class Lines {
    /** Where the event begins in a line {@code e <hash> <event>}. */
    static final int EVENT_FROM = 2 + 44 + 1;

    private static final int LONGEST = 64 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private final MessageDigest digest = Hash.sha256();
    private final ByteArrayOutputStream spill = new ByteArrayOutputStream();
    private byte[] pending = new byte[0];
    private int at;
    private int filled;
    private long bytes;
    private long number;

    Lines(InputStream in) {
        this.in = in;
    }

    /** One line, without its end. */
    record Line(byte[] bytes) {
        char tag() {
            return bytes.length > 1 && bytes[1] == ' ' ? (char) bytes[0] : 0;
        }

        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        Hash hash() {
            if (bytes.length <= EVENT_FROM || bytes[EVENT_FROM - 1] != ' ') {
                throw new IllegalArgumentException("Not an event's line");
            }
            return Hash.fromBase64(new String(bytes, 2, 44, StandardCharsets.ISO_8859_1));
        }
    }

    /** The next line, or none. A last line without an end counts. */
    @Nullable
    Line next() throws IOException {
        if (number > 0) {
            digest.update(pending);
            digest.update((byte) '\n');
        }
        spill.reset();
        while (true) {
            if (at == filled) {
                at = 0;
                filled = Math.max(0, in.read(buffer));
                if (filled == 0) {
                    return spill.size() == 0 ? null : line(spill.toByteArray());
                }
            }
            var end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            if (end < filled && spill.size() == 0) {
                var whole = Arrays.copyOfRange(buffer, at, end);
                at = end + 1;
                return line(whole);
            }
            spill.write(buffer, at, end - at);
            if (spill.size() > LONGEST) {
                throw new IOException("A line is longer than any event");
            }
            at = end < filled ? end + 1 : end;
            if (end < filled) {
                return line(spill.toByteArray());
            }
        }
    }

    private Line line(byte[] whole) {
        pending = whole;
        bytes += whole.length + 1L;
        number++;
        return new Line(whole);
    }

    /** The number of the current line, counted from 1. */
    long number() {
        return number;
    }

    /** How many bytes were read. */
    long bytes() {
        return bytes;
    }

    /** The checksum of everything before the current line. */
    byte[] digestBefore() {
        try {
            return ((MessageDigest) digest.clone()).digest();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The JDK's SHA-256 can be cloned", e);
        }
    }
}
