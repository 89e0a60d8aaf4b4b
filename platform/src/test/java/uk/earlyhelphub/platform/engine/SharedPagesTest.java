package uk.earlyhelphub.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class SharedPagesTest {
    private final List<EventPosition> asked = new ArrayList<>();
    private final CommitSignal tail = new CommitSignal();
    private EventSource.Page next = new EventSource.Page(List.of(), false);
    private volatile Runnable inTheWay = () -> {};
    private final SharedPages pages = new SharedPages(
            new EventSource() {
                @Override
                public Page after(EventPosition position, int limit) {
                    asked.add(position);
                    inTheWay.run();
                    return next;
                }

                @Override
                public EventPosition head() {
                    return EventPosition.START;
                }
            },
            tail);

    private static EventSource.Page one() {
        return new EventSource.Page(
                List.of(EventLog.recorded(
                        new EventPosition(1, 1, 1),
                        EngineFixture.newId(),
                        EngineFixture.newId(),
                        0,
                        java.time.Instant.EPOCH,
                        EngineFixture.event(EngineFixture.newId()),
                        EngineFixture.ENVELOPE)),
                false);
    }

    @Test
    void a_page_with_events_is_read_once() {
        next = one();
        var first = pages.after(EventPosition.START, 10);
        tail.signal();
        assertThat(pages.after(EventPosition.START, 10)).isSameAs(first);
        assertThat(asked).hasSize(1);
        pages.after(EventPosition.START, 20);
        assertThat(asked).hasSize(2);
    }

    @Test
    void that_there_is_nothing_more_holds_until_the_next_signal() {
        assertThat(pages.after(EventPosition.START, 10).events()).isEmpty();
        next = one();
        tail.signal();
        assertThat(pages.after(EventPosition.START, 10).events()).hasSize(1);
    }

    @Test
    void a_lost_signal_delays_nothing_for_long() {
        assertThat(pages.after(EventPosition.START, 10).events()).isEmpty();
        next = one();
        await().untilAsserted(() ->
                assertThat(pages.after(EventPosition.START, 10).events()).hasSize(1));
    }

    @Test
    void what_is_held_back_is_asked_for_every_time() {
        next = new EventSource.Page(List.of(), true);
        pages.after(EventPosition.START, 10);
        pages.after(EventPosition.START, 10);
        assertThat(asked).hasSize(2);
    }

    @Test
    void whoever_waits_while_the_store_fails_is_told_at_once_and_does_not_wait_again() throws Exception {
        var readers = new ArrayList<Thread>();
        var told = new ConcurrentLinkedQueue<Exception>();
        var fails = new CountDownLatch(1);
        next = one();
        inTheWay = () -> {
            try {
                fails.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            throw new IllegalArgumentException("The store is gone");
        };
        for (var n = 0; n < 5; n++) {
            readers.add(Thread.ofPlatform().start(() -> {
                try {
                    pages.after(EventPosition.START, 10);
                } catch (IllegalArgumentException e) {
                    told.add(e);
                }
            }));
        }
        await().until(() -> readers.stream()
                        .filter(r -> r.getState() == Thread.State.BLOCKED)
                        .count()
                == 4);
        fails.countDown();
        for (var reader : readers) {
            reader.join();
        }
        assertThat(told).hasSize(5);
        assertThat(asked).hasSize(1);
        inTheWay = () -> {};
        assertThat(pages.after(EventPosition.START, 10)).isSameAs(next);
    }
}
