package uk.earlyhelphub.proof;

import java.util.Comparator;

/** Where an event stands in the one reading order of the store: cluster epoch, writing transaction, index. */
public record LeafPosition(int epoch, long tx, long index) implements Comparable<LeafPosition> {
    private static final Comparator<LeafPosition> ORDER = Comparator.comparingInt(LeafPosition::epoch)
            .thenComparingLong(LeafPosition::tx)
            .thenComparingLong(LeafPosition::index);

    /** Before every event. */
    public static final LeafPosition START = new LeafPosition(0, 0, 0);

    @Override
    public int compareTo(LeafPosition other) {
        return ORDER.compare(this, other);
    }

    /** Reads what {@link #toString} wrote. Throws {@link IllegalArgumentException} if it is something else. */
    public static LeafPosition parse(String text) {
        var parts = text.split("\\.", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("A position has three parts");
        }
        return new LeafPosition(Integer.parseInt(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }

    @Override
    public String toString() {
        return epoch + "." + tx + "." + index;
    }
}
