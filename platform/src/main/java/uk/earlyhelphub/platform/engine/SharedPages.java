package uk.earlyhelphub.platform.engine;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets all projections of a process read the history together: the page after a position is read once, and its events are
 * parsed once, however many projections ask for it, and the next full one is read meanwhile. A page with events stays right for ever, because nothing can appear within
 * it; that there is nothing more holds only until the next signal, and for a moment in case a signal is lost.
 */
public final class SharedPages implements EventSource {
    private static final int KEPT = 12;
    private static final long MOMENT = Duration.ofMillis(200).toNanos();

    private final EventSource source;
    private final CommitSignal tail;
    private volatile @Nullable Failed failed;
    private final Map<EventPosition, Kept> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<EventPosition, Kept> eldest) {
            return size() > KEPT;
        }
    };

    /** @param tail says when there may be more than was read */
    public SharedPages(EventSource source, CommitSignal tail) {
        this.source = new ReadAhead(source);
        this.tail = tail;
    }

    /** One time that it failed; no two are the same. */
    private static final class Failed {
        private final RuntimeException why;

        Failed(RuntimeException why) {
            this.why = why;
        }

        RuntimeException why() {
            return why;
        }
    }

    private record Kept(Page page, int limit, long seen, long readAt) {
        boolean answers(int asked, long now) {
            var stillNothing = !page.heldBack() && seen == now && System.nanoTime() - readAt < MOMENT;
            return limit == asked && (!page.events().isEmpty() || stillNothing);
        }
    }

    /** What fails while others wait for their turn fails for them too: one after another, they would learn it much later. */
    @Override
    public Page after(EventPosition position, int limit) {
        var before = failed;
        synchronized (this) {
            var meanwhile = failed;
            if (meanwhile != null && meanwhile != before) {
                throw meanwhile.why();
            }
            try {
                return read(position, limit);
            } catch (RuntimeException e) {
                failed = new Failed(e);
                throw e;
            }
        }
    }

    private Page read(EventPosition position, int limit) {
        var seen = tail.seen();
        @Nullable Kept known = kept.get(position);
        if (known != null && known.answers(limit, seen)) {
            return known.page();
        }
        var readAt = System.nanoTime();
        var page = source.after(position, limit);
        kept.put(position, new Kept(page, limit, seen, readAt));
        return page;
    }

    @Override
    public EventPosition head() {
        return source.head();
    }
}
