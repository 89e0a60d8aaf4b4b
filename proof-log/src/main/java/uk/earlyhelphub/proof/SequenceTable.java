package uk.earlyhelphub.proof;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The last number of each case, in 24 bytes for each slot: a case is known by its UUID, or by the first half of a SHA-256 over
 * whatever else it is called. Few cases lie in memory, many in a temporary file, which is gone when the table is closed.
 */
final class SequenceTable implements Closeable {
    private static final int UUID_LENGTH = 36;
    private static final int SLOT = 3 * Long.BYTES;
    private static final long IN_MEMORY = 1 << 16;

    private Slots slots = new Slots(MemorySegment.ofArray(new long[3 << 10]), null, null);
    private long size = 1 << 10;
    private long used;
    private long keyHigh;
    private long keyLow;

    /** Where slots lie. A slot without a number is empty: what is kept is the number and one. */
    private record Slots(
            MemorySegment memory,
            @Nullable Arena mapped,
            @Nullable Path file) implements Closeable {
        long get(long slot, int field) {
            return memory.get(ValueLayout.JAVA_LONG, slot * SLOT + (long) field * Long.BYTES);
        }

        void set(long slot, long high, long low, long last) {
            memory.set(ValueLayout.JAVA_LONG, slot * SLOT, high);
            memory.set(ValueLayout.JAVA_LONG, slot * SLOT + Long.BYTES, low);
            memory.set(ValueLayout.JAVA_LONG, slot * SLOT + 2 * Long.BYTES, last);
        }

        @Override
        public void close() throws IOException {
            if (mapped != null) {
                mapped.close();
            }
            if (file != null) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Remembers a number; answers the one before, or -1. Throws {@link IOException} if there is no room for the file. */
    long put(byte[] name, int from, int to, long number) throws IOException {
        if (!uuid(name, from, to)) {
            hashed(name, from, to);
        }
        var slot = slot(slots, size, keyHigh, keyLow);
        var before = slots.get(slot, 2) - 1;
        slots.set(slot, keyHigh, keyLow, number + 1);
        if (before < 0 && ++used > size / 4 * 3) {
            grow();
        }
        return before;
    }

    private static long slot(Slots slots, long size, long high, long low) {
        var mixed = (high ^ Long.rotateLeft(low, 32)) * 0x9e3779b97f4a7c15L;
        var slot = mixed >>> 24 & size - 1;
        while (slots.get(slot, 2) != 0 && (slots.get(slot, 0) != high || slots.get(slot, 1) != low)) {
            slot = slot + 1 & size - 1;
        }
        return slot;
    }

    private void grow() throws IOException {
        var larger = size * 2 <= IN_MEMORY
                ? new Slots(MemorySegment.ofArray(new long[(int) (3 * size * 2)]), null, null)
                : onFile(size * 2);
        for (var slot = 0L; slot < size; slot++) {
            var last = slots.get(slot, 2);
            if (last != 0) {
                var high = slots.get(slot, 0);
                var low = slots.get(slot, 1);
                larger.set(slot(larger, size * 2, high, low), high, low, last);
            }
        }
        slots.close();
        slots = larger;
        size *= 2;
    }

    /** The file is written through first: a full disk is to say so now, and not when a slot is set. */
    @SuppressWarnings("MustBeClosedChecker") // the arena is closed with the slots
    private static Slots onFile(long size) throws IOException {
        var file = Files.createTempFile("hub-verify", ".numbers");
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var nothing = ByteBuffer.allocate(1 << 16);
            for (var rest = size * SLOT; rest > 0; ) {
                nothing.clear().limit((int) Math.min(nothing.capacity(), rest));
                rest -= channel.write(nothing);
            }
            var arena = Arena.ofConfined();
            return new Slots(channel.map(FileChannel.MapMode.READ_WRITE, 0, size * SLOT, arena), arena, file);
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        slots.close();
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
        var hash = ByteBuffer.wrap(sha.digest());
        keyHigh = hash.getLong();
        keyLow = hash.getLong();
    }
}
