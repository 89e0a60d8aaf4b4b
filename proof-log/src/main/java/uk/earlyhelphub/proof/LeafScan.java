package uk.earlyhelphub.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Reads from an event's line, where it lies, only what every event is checked for; texts are passed over. The fields are those of
 * {@link Leaf}.
 */
final class LeafScan {
    private final byte[] bytes;
    private final int end;
    private int at;
    private int textFrom;
    private int textTo;

    final LeafPosition position;
    final long sequence;
    private final int aggregateFrom;
    private final int aggregateTo;
    private final int timeFrom;
    private final int timeTo;

    /** Throws {@link IllegalArgumentException} if it is not an event's line. */
    LeafScan(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.end = to;
        this.at = from;
        var epoch = number("{\"epoch\":");
        var tx = number(",\"tx\":");
        var index = number(",\"index\":");
        if (epoch > Integer.MAX_VALUE) {
            throw notALine();
        }
        position = new LeafPosition((int) epoch, tx, index);
        text(",\"eventId\":\"");
        text(",\"stream\":\"");
        text(",\"aggregateId\":\"");
        aggregateFrom = textFrom;
        aggregateTo = textTo;
        sequence = number(",\"sequence\":");
        text(",\"type\":\"");
        number(",\"revision\":");
        text(",\"recordedAt\":\"");
        timeFrom = textFrom;
        timeTo = textTo;
        text(",\"payload\":\"");
        text(",\"envelope\":\"");
        expect("}");
        if (at != end) {
            throw notALine();
        }
    }

    private static IllegalArgumentException notALine() {
        return new IllegalArgumentException("Not an event's line");
    }

    private void expect(String literal) {
        var length = literal.length();
        if (end - at < length) {
            throw notALine();
        }
        for (var i = 0; i < length; i++) {
            if (bytes[at + i] != literal.charAt(i)) {
                throw notALine();
            }
        }
        at += length;
    }

    private long number(String name) {
        expect(name);
        var from = at;
        var value = 0L;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9' && at - from < 18) {
            value = value * 10 + bytes[at++] - '0';
        }
        if (at == from || at - from > 1 && bytes[from] == '0') {
            throw notALine();
        }
        return value;
    }

    private void text(String name) {
        expect(name);
        textFrom = at;
        while (at < end && bytes[at] != '"') {
            at += bytes[at] == '\\' ? 2 : 1;
        }
        textTo = at;
        expect("\"");
    }

    /** Which case or other thing it happened to, as it stands there. */
    String aggregate() {
        return new String(bytes, aggregateFrom, aggregateTo - aggregateFrom, StandardCharsets.UTF_8);
    }

    /** Notes the event's number in its case; answers the number before, or -1. */
    long numberIn(SequenceTable numbers) throws IOException {
        return numbers.put(bytes, aggregateFrom, aggregateTo, sequence);
    }

    /** When it was recorded, as it stands there. */
    String recordedAt() {
        return new String(bytes, timeFrom, timeTo - timeFrom, StandardCharsets.UTF_8);
    }
}
