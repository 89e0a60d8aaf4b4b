package uk.earlyhelphub.query.proof;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.EventPosition;
import uk.earlyhelphub.platform.engine.StoredEvent;
import uk.earlyhelphub.proof.Leaf;
import uk.earlyhelphub.proof.LeafPosition;
import uk.earlyhelphub.proof.LoggedLeaf;

/** Walks over long histories a page at a time. */
final class StoredHistory {
    private static final int PAGE = 1000;

    private StoredHistory() {}

    static Leaf leaf(StoredEvent row) {
        return new Leaf(
                row.position().epoch(),
                row.position().tx(),
                row.position().index(),
                row.eventId(),
                row.stream(),
                row.aggregateId(),
                row.sequence(),
                row.type(),
                row.revision(),
                row.recordedAt(),
                row.payload(),
                row.envelope());
    }

    static EventPosition position(LeafPosition position) {
        return new EventPosition(position.epoch(), position.tx(), position.index());
    }

    static LeafPosition position(EventPosition position) {
        return new LeafPosition(position.epoch(), position.tx(), position.index());
    }

    /** The store's rows in reading order, after one position and up to another. */
    static Iterator<Leaf> rows(EventLog log, LeafPosition after, LeafPosition upTo) {
        return rows(log, after, upTo, row -> true);
    }

    /** The same without those that are not wanted. */
    static Iterator<Leaf> rows(EventLog log, LeafPosition after, LeafPosition upTo, Predicate<StoredEvent> wanted) {
        return new Pages<>() {
            private EventPosition last = position(after);

            @Override
            List<Leaf> page(long from) {
                while (true) {
                    var rows = log.storedAfter(last, PAGE);
                    if (!rows.isEmpty()) {
                        last = rows.getLast().position();
                    }
                    var within = rows.stream()
                            .takeWhile(row -> position(row.position()).compareTo(upTo) <= 0)
                            .toList();
                    var leaves = within.stream()
                            .filter(wanted)
                            .map(StoredHistory::leaf)
                            .toList();
                    if (!leaves.isEmpty() || within.size() < PAGE) {
                        return leaves;
                    }
                }
            }
        };
    }

    /** What the log remembers, from one of its leaves up to a size. */
    static Iterator<LoggedLeaf> log(LongFunction<List<LoggedLeaf>> pages, long first, long size) {
        return new Pages<>() {
            @Override
            List<LoggedLeaf> page(long read) {
                var from = first + read;
                var page = from < size ? pages.apply(from) : List.<LoggedLeaf>of();
                return page.subList(0, (int) Math.min(page.size(), size - from));
            }
        };
    }

    private abstract static class Pages<T> implements Iterator<T> {
        private final Queue<T> page = new ArrayDeque<>();
        private long read;
        private boolean ended;

        abstract List<T> page(long from);

        @Override
        public boolean hasNext() {
            if (page.isEmpty() && !ended) {
                page.addAll(page(read));
                read += page.size();
                ended = page.isEmpty();
            }
            return !page.isEmpty();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return page.remove();
        }
    }
}
