package uk.earlyhelphub.platform.engine;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Reads the page after a full one while the full one is being taken, so that whoever goes through the history waits for the
 * slower of reading and taking and not for both. Only a full page that was read ahead is handed out: nothing can appear within
 * it any more, whereas a shorter one may have grown.
 */
final class ReadAhead implements EventSource {
    /** How many readers at different places are read ahead for. */
    private static final int READERS = 4;

    private final EventSource source;
    private final Map<EventPosition, Ahead> ahead = new LinkedHashMap<>();

    ReadAhead(EventSource source) {
        this.source = source;
    }

    private record Ahead(int limit, FutureTask<Page> page) {
        /** The page, if it could be read and is full. */
        @Nullable
        Page full() {
            try {
                var read = page.get();
                return read.events().size() == limit ? read : null;
            } catch (ExecutionException _) {
                // Whoever asks reads it then, and hears for themselves what is wrong.
                return null;
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return null;
            }
        }
    }

    @Override
    public Page after(EventPosition position, int limit) {
        var known = taken(position, limit);
        @Nullable Page page = known == null ? null : known.full();
        if (page == null) {
            page = source.after(position, limit);
        }
        if (page.events().size() == limit) {
            begin(page.events().getLast().position(), limit);
        }
        return page;
    }

    private synchronized @Nullable Ahead taken(EventPosition position, int limit) {
        var known = ahead.remove(position);
        return known == null || known.limit() != limit ? null : known;
    }

    private synchronized void begin(EventPosition position, int limit) {
        if (ahead.containsKey(position)) {
            return;
        }
        if (ahead.size() == READERS) {
            Iterator<Ahead> oldest = ahead.values().iterator();
            oldest.next();
            oldest.remove();
        }
        var task = new FutureTask<>(() -> source.after(position, limit));
        ahead.put(position, new Ahead(limit, task));
        Thread.ofVirtual().name("read-ahead").start(task);
    }

    @Override
    public EventPosition head() {
        return source.head();
    }
}
