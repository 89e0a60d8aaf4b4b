package uk.earlyhelphub.proof;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * The lines of an exported history, as they lie in one buffer, with the checksum of all that came before the current one. What a
 * line showed is gone with the next.
 */
final class Lines {
    /** Where the event begins in a line {@code e <hash> <event>}. */
    static final int EVENT_FROM = 2 + 44 + 1;

    private static final int LONGEST = 8 << 20;

    private final InputStream in;
    private final MessageDigest digest = Hash.sha256();
    private byte[] buffer = new byte[1 << 18];
    private int digested;
    private int from;
    private int to;
    private int next;
    private int filled;
    private boolean complete;
    private long read;
    private long number;

    Lines(InputStream in) {
        this.in = in;
    }

    /** Goes to the next line, if there is one. A last line without an end is one, and not {@link #complete}. */
    boolean next() throws IOException {
        from = next;
        var at = from;
        while (true) {
            while (at < filled && buffer[at] != '\n') {
                at++;
            }
            if (at < filled) {
                return line(at, at + 1, true);
            }
            at -= makeRoom();
            var more = in.read(buffer, filled, buffer.length - filled);
            if (more <= 0) {
                return filled > from && line(filled, filled, false);
            }
            filled += more;
            read += more;
        }
    }

    private boolean line(int end, int following, boolean ended) {
        to = end;
        next = following;
        complete = ended;
        number++;
        return true;
    }

    /** Moves the current line to the front, or doubles the buffer. Answers by how much it was moved. */
    private int makeRoom() throws IOException {
        digest.update(buffer, digested, from - digested);
        var moved = from;
        if (filled - from > buffer.length / 2) {
            if (buffer.length >= LONGEST) {
                throw new IOException("A line is longer than any event");
            }
            var larger = new byte[buffer.length * 2];
            System.arraycopy(buffer, from, larger, 0, filled - from);
            buffer = larger;
        } else {
            System.arraycopy(buffer, from, buffer, 0, filled - from);
        }
        filled -= moved;
        from = 0;
        digested = 0;
        return moved;
    }

    /** What kind of line it is; 0 if it is none. */
    char tag() {
        return to - from > 1 && buffer[from + 1] == ' ' ? (char) buffer[from] : 0;
    }

    /** Whether the line has an end. */
    boolean complete() {
        return complete;
    }

    /** The whole line. */
    String text() {
        return text(0);
    }

    /** The line from a place on. */
    String text(int start) {
        return new String(buffer, from + start, to - from - start, StandardCharsets.UTF_8);
    }

    /** The first bytes of the line. */
    byte[] start(int most) {
        return Arrays.copyOfRange(buffer, from, Math.min(to, from + most));
    }

    /** The hash in an event's line. */
    Hash hash() {
        if (to - from <= EVENT_FROM || buffer[from + EVENT_FROM - 1] != ' ') {
            throw new IllegalArgumentException("Not an event's line");
        }
        return Hash.fromBase64(new String(buffer, from + 2, 44, StandardCharsets.ISO_8859_1));
    }

    /** The hash of the event in the line. */
    Hash contentHash() {
        return Hash.ofLeaf(buffer, from + EVENT_FROM, to - from - EVENT_FROM);
    }

    /** What the verifier needs of the event in the line. Throws {@link IllegalArgumentException} if it is none. */
    LeafScan scan() {
        return new LeafScan(buffer, from + EVENT_FROM, to);
    }

    /** The number of the current line, counted from 1. */
    long number() {
        return number;
    }

    /** How many bytes were read. */
    long bytes() {
        return read;
    }

    /** The checksum of everything before the current line. */
    byte[] digestBefore() {
        digest.update(buffer, digested, from - digested);
        digested = from;
        try {
            return ((MessageDigest) digest.clone()).digest();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The JDK's SHA-256 can be cloned", e);
        }
    }
}
