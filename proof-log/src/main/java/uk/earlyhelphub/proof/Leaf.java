package uk.earlyhelphub.proof;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * One recorded event as the log knows it: every column of its stored row, ciphertext and envelope included. Its line is the
 * one way to write it, so whoever changes anything changes the line, and its hash.
 *
 * @param epoch with {@code tx} and {@code index} the place in reading order
 * @param aggregateId the case or other thing that it happened to
 * @param sequence which of that thing's events, counted from 0
 * @param payload what happened, as the stored JSON text
 * @param envelope who, in which role, for whom and why, as the stored JSON text
 */
public record Leaf(
        int epoch,
        long tx,
        long index,
        String eventId,
        String stream,
        String aggregateId,
        long sequence,
        String type,
        int revision,
        Instant recordedAt,
        String payload,
        String envelope) {

    /** The line: JSON with these fields in this order, without blanks, and with only what must be escaped escaped. */
    public String line() {
        var line = new StringBuilder(payload.length() + envelope.length() + 400);
        line.append("{\"epoch\":").append(epoch);
        line.append(",\"tx\":").append(tx);
        line.append(",\"index\":").append(index);
        text(line, ",\"eventId\":", eventId);
        text(line, ",\"stream\":", stream);
        text(line, ",\"aggregateId\":", aggregateId);
        line.append(",\"sequence\":").append(sequence);
        text(line, ",\"type\":", type);
        line.append(",\"revision\":").append(revision);
        text(line, ",\"recordedAt\":", recordedAt.toString());
        text(line, ",\"payload\":", payload);
        text(line, ",\"envelope\":", envelope);
        return line.append('}').toString();
    }

    /** The line's bytes, in UTF-8, which are what is hashed. */
    public byte[] bytes() {
        return line().getBytes(StandardCharsets.UTF_8);
    }

    /** The hash by which the log knows it. */
    public Hash hash() {
        return Hash.ofLeaf(bytes());
    }

    /** Its place in reading order. */
    public LeafPosition position() {
        return new LeafPosition(epoch, tx, index);
    }

    /** How a finding names it: type, id, whose it is and where it stands. */
    String name() {
        return type + " " + eventId + " (" + stream + " " + aggregateId + ", number " + sequence + ", at " + position()
                + ")";
    }

    /** Reads a line. Throws {@link IllegalArgumentException} if it is none; whether it is a true one, only its hash can say. */
    public static Leaf parse(String line) {
        var cursor = new Cursor(line);
        try {
            var leaf = new Leaf(
                    Math.toIntExact(cursor.number("{\"epoch\":")),
                    cursor.number(",\"tx\":"),
                    cursor.number(",\"index\":"),
                    cursor.text(",\"eventId\":"),
                    cursor.text(",\"stream\":"),
                    cursor.text(",\"aggregateId\":"),
                    cursor.number(",\"sequence\":"),
                    cursor.text(",\"type\":"),
                    Math.toIntExact(cursor.number(",\"revision\":")),
                    Instant.parse(cursor.text(",\"recordedAt\":")),
                    cursor.text(",\"payload\":"),
                    cursor.text(",\"envelope\":"));
            cursor.end();
            return leaf;
        } catch (ArithmeticException | DateTimeException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("Not an event's line", e);
        }
    }

    private static void text(StringBuilder line, String name, String value) {
        line.append(name).append('"');
        var from = 0;
        for (var i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                line.append(value, from, i);
                escape(line, c);
                from = i + 1;
            }
        }
        line.append(value, from, value.length()).append('"');
    }

    private static void escape(StringBuilder line, char c) {
        if (c < ' ') {
            line.append("\\u00").append(c < 16 ? '0' : '1').append(Character.forDigit(c & 15, 16));
        } else {
            line.append('\\').append(c);
        }
    }

    private static final class Cursor {
        private final String line;
        private int at;

        Cursor(String line) {
            this.line = line;
        }

        private void expect(String literal) {
            if (!line.startsWith(literal, at)) {
                throw new IllegalArgumentException("Not an event's line");
            }
            at += literal.length();
        }

        long number(String name) {
            expect(name);
            var from = at;
            while (Character.isDigit(line.charAt(at))) {
                at++;
            }
            var digits = line.substring(from, at);
            if (digits.length() > 18 || !digits.equals("0") && digits.startsWith("0")) {
                throw new IllegalArgumentException("Not an event's line");
            }
            return Long.parseLong(digits);
        }

        String text(String name) {
            expect(name);
            expect("\"");
            var quote = line.indexOf('"', at);
            var backslash = line.indexOf('\\', at);
            if (quote >= 0 && (backslash < 0 || quote < backslash)) {
                var plain = line.substring(at, quote);
                at = quote + 1;
                return plain;
            }
            return escapedText();
        }

        private String escapedText() {
            var value = new StringBuilder();
            for (var c = line.charAt(at++); c != '"'; c = line.charAt(at++)) {
                if (c != '\\') {
                    value.append(c);
                } else if (line.charAt(at) == 'u') {
                    var code = line.substring(at + 1, at + 5);
                    at += 5;
                    value.append((char) Integer.parseInt(code, 16));
                } else {
                    value.append(line.charAt(at++));
                }
            }
            return value.toString();
        }

        void end() {
            expect("}");
            if (at != line.length()) {
                throw new IllegalArgumentException("Not an event's line");
            }
        }
    }
}
