package uk.earlyhelphub.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReadAheadTest {
    private final List<Long> asked = new CopyOnWriteArrayList<>();
    private volatile long stored = 25;
    private volatile boolean away;

    private final ReadAhead reader = new ReadAhead(new EventSource() {
        @Override
        public Page after(EventPosition position, int limit) {
            asked.add(position.index());
            if (away) {
                throw new IllegalStateException("away");
            }
            return new Page(
                    LongStream.rangeClosed(position.index() + 1, Math.min(stored, position.index() + limit))
                            .mapToObj(ReadAheadTest::event)
                            .toList(),
                    false);
        }

        @Override
        public EventPosition head() {
            return at(stored);
        }
    });

    private static EventPosition at(long n) {
        return new EventPosition(1, n, n);
    }

    private static RecordedEvent event(long n) {
        return EventLog.recorded(
                at(n),
                EngineFixture.newId(),
                EngineFixture.newId(),
                0,
                Instant.EPOCH,
                EngineFixture.event(EngineFixture.newId()),
                EngineFixture.ENVELOPE);
    }

    private List<Long> read(long after) {
        return reader.after(at(after), 10).events().stream()
                .map(e -> e.position().index())
                .toList();
    }

    @Test
    void while_a_full_page_is_taken_the_next_is_read_and_read_once() {
        assertThat(read(0)).hasSize(10).startsWith(1L).endsWith(10L);
        await().untilAsserted(() -> assertThat(asked).containsExactly(0L, 10L));
        assertThat(read(10)).startsWith(11L).endsWith(20L);
        await().untilAsserted(() -> assertThat(asked).containsExactly(0L, 10L, 20L));
    }

    @Test
    void a_page_that_was_not_full_is_read_again_because_it_may_have_grown() {
        read(0);
        read(10);
        await().untilAsserted(() -> assertThat(asked).contains(20L));
        stored = 28;
        assertThat(read(20)).endsWith(28L);
        assertThat(read(28)).isEmpty();
        stored = 29;
        assertThat(read(28)).containsExactly(29L);
    }

    @Test
    void what_could_not_be_read_ahead_is_read_when_it_is_asked_for() {
        stored = 60;
        read(0);
        await().untilAsserted(() -> assertThat(asked).contains(10L));
        away = true;
        assertThat(read(10)).as("read ahead before").endsWith(20L);
        await().untilAsserted(() -> assertThat(asked).contains(20L));
        assertThatThrownBy(() -> read(20)).hasMessage("away");
        away = false;
        assertThat(read(20)).endsWith(30L);
    }

    @Test
    void readers_at_different_places_are_not_in_each_other_s_way() {
        stored = 200;
        for (long n = 0; n < 50; n += 10) {
            assertThat(read(n)).startsWith(n + 1).endsWith(n + 10);
            assertThat(read(100 + n)).startsWith(101 + n).endsWith(110 + n);
        }
        assertThat(asked).doesNotHaveDuplicates();
    }
}
