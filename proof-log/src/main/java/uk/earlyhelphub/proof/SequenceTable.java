package uk.earlyhelphub.proof;

import java.util.Arrays;

/**
 * The last number of each case, in 24 bytes for each slot: a case is known by its UUID, or by the first half of a SHA-256 over
 * whatever else it is called.
 */
final class SequenceTable {
    private static final int UUID_LENGTH = 36;
    private static final long NONE = -1;

    private long[] high = new long[1 << 10];
    private long[] low = new long[1 << 10];
    private long[] last = filled(1 << 10);
    private int used;
    private long keyHigh;
    private long keyLow;

    private static long[] filled(int size) {
        var slots = new long[size];
        Arrays.fill(slots, NONE);
        return slots;
    }

    /** Remembers a number; answers the one before, or -1. */
    long put(byte[] name, int from, int to, long number) {
        if (!uuid(name, from, to)) {
            hashed(name, from, to);
        }
        var slot = slot(keyHigh, keyLow);
        var before = last[slot];
        if (before == NONE) {
            high[slot] = keyHigh;
            low[slot] = keyLow;
            used++;
        }
        last[slot] = number;
        if (used > last.length / 4 * 3) {
            grow();
        }
        return before;
    }

    private int slot(long h, long l) {
        var mixed = (h ^ Long.rotateLeft(l, 32)) * 0x9e3779b97f4a7c15L;
        var slot = (int) (mixed >>> 33) & last.length - 1;
        while (last[slot] != NONE && (high[slot] != h || low[slot] != l)) {
            slot = slot + 1 & last.length - 1;
        }
        return slot;
    }

    private void grow() {
        var oldHigh = high;
        var oldLow = low;
        var oldLast = last;
        high = new long[oldLast.length * 2];
        low = new long[oldLast.length * 2];
        last = filled(oldLast.length * 2);
        for (var i = 0; i < oldLast.length; i++) {
            if (oldLast[i] != NONE) {
                var slot = slot(oldHigh[i], oldLow[i]);
                high[slot] = oldHigh[i];
                low[slot] = oldLow[i];
                last[slot] = oldLast[i];
            }
        }
    }

    private boolean uuid(byte[] name, int from, int to) {
        if (to - from != UUID_LENGTH) {
            return false;
        }
        var h = 0L;
        var l = 0L;
        var digits = 0;
        for (var i = 0; i < UUID_LENGTH; i++) {
            var c = name[from + i];
            if (i == 8 || i == 13 || i == 18 || i == 23) {
                if (c != '-') {
                    return false;
                }
                continue;
            }
            var digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
            if (digit < 0) {
                return false;
            }
            if (digits++ < 16) {
                h = h << 4 | digit;
            } else {
                l = l << 4 | digit;
            }
        }
        keyHigh = h;
        keyLow = l;
        return true;
    }

    private void hashed(byte[] name, int from, int to) {
        var sha = Hash.sha256();
        sha.update(name, from, to - from);
        var hash = java.nio.ByteBuffer.wrap(sha.digest());
        keyHigh = hash.getLong();
        keyLow = hash.getLong();
    }
}
