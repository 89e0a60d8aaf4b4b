package uk.earlyhelphub.platform.engine;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.axonframework.eventhandling.TrackingToken;

/**
 * How far a reader has read. Order is by cluster epoch, then writing transaction, then index: the one order in which no
 * event can appear behind a reader.
 *
 * @param epoch which cluster wrote it; grows when a history moves to a new cluster
 * @param tx the writing transaction ({@code xid8})
 * @param index the row's number, which grows within a transaction
 */
public record EventPosition(int epoch, long tx, long index) implements TrackingToken, Comparable<EventPosition> {

    /** Before the first event. */
    public static final EventPosition START = new EventPosition(0, 0, 0);

    private static final Pattern TEXT = Pattern.compile("\\d{1,9}\\.\\d{1,18}\\.\\d{1,18}");

    private static final Comparator<EventPosition> ORDER = Comparator.comparingInt(EventPosition::epoch)
            .thenComparingLong(EventPosition::tx)
            .thenComparingLong(EventPosition::index);

    @Override
    public int compareTo(EventPosition other) {
        return ORDER.compare(this, other);
    }

    @Override
    public TrackingToken lowerBound(TrackingToken other) {
        return compareTo((EventPosition) other) <= 0 ? this : other;
    }

    @Override
    public TrackingToken upperBound(TrackingToken other) {
        return compareTo((EventPosition) other) >= 0 ? this : other;
    }

    @Override
    public boolean covers(TrackingToken other) {
        return other == null || compareTo((EventPosition) other) >= 0;
    }

    @Override
    public OptionalLong position() {
        return OptionalLong.of(index);
    }

    /** Reads what {@link #toString} wrote; nothing for anything else. */
    public static Optional<EventPosition> parse(String text) {
        if (!TEXT.matcher(text).matches()) {
            return Optional.empty();
        }
        var parts = text.split("\\.");
        return Optional.of(
                new EventPosition(Integer.parseInt(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2])));
    }

    @Override
    public String toString() {
        return epoch + "." + tx + "." + index;
    }
}
