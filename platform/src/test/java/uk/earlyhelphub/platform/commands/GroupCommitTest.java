package uk.earlyhelphub.platform.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class GroupCommitTest {
    private final List<List<String>> committed = new CopyOnWriteArrayList<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final CountDownLatch open = new CountDownLatch(1);
    private volatile boolean away;
    private volatile boolean held;
    private volatile int asked;
    private final GroupCommit commits = new GroupCommit(this::store);

    @SuppressWarnings("NonAtomicOperationOnVolatileField") // one at a time stores, which is what is tested
    private void store(List<? extends EventMessage<?>> events) {
        asked++;
        if (held) {
            try {
                open.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        if (away) {
            throw new DataAccessResourceFailureException("gone");
        }
        var names = events.stream().map(e -> (String) e.getPayload()).toList();
        if (names.stream().anyMatch(refused::contains)) {
            throw new ConcurrencyException("taken");
        }
        committed.add(names);
    }

    private void add(String name) {
        commits.add(GenericEventMessage.asEventMessage(name));
    }

    /** Starts a thread for each name while the first is held, lets go, and tells how each fared. */
    private Map<String, String> meanwhile(int others) throws InterruptedException {
        var fared = new ConcurrentHashMap<String, String>();
        held = true;
        var threads = new ArrayList<Thread>();
        for (int n = 0; n <= others; n++) {
            var name = "e" + n;
            threads.add(Thread.ofPlatform().start(() -> {
                try {
                    add(name);
                    fared.put(name, committed.stream().anyMatch(c -> c.contains(name)) ? "kept" : "not there");
                } catch (RuntimeException e) {
                    fared.put(name, e.getClass().getSimpleName());
                }
            }));
            await().pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> threads.getLast().getState() == Thread.State.WAITING);
        }
        open.countDown();
        for (var thread : threads) {
            thread.join();
        }
        return fared;
    }

    @Test
    void who_comes_alone_is_kept_alone_and_at_once() {
        add("a");
        add("b");
        assertThat(committed).containsExactly(List.of("a"), List.of("b"));
    }

    @Test
    void those_who_come_while_one_is_kept_are_kept_together_and_told_after() throws InterruptedException {
        assertThat(meanwhile(10).values()).hasSize(11).containsOnly("kept");
        assertThat(committed).hasSize(2);
        assertThat(committed.get(0)).containsExactly("e0");
        assertThat(committed.get(1)).hasSize(10).startsWith("e1", "e2").endsWith("e10");
    }

    @Test
    void a_transaction_has_an_end_however_many_wait() throws InterruptedException {
        assertThat(meanwhile(GroupCommit.MOST + 5).values()).containsOnly("kept");
        assertThat(committed).extracting(List::size).containsExactly(1, GroupCommit.MOST, 5);
    }

    @Test
    void what_is_wrong_with_one_is_told_to_that_one_only() throws InterruptedException {
        refused.add("e2");
        var fared = meanwhile(4);
        assertThat(fared).containsEntry("e2", "ConcurrencyException");
        assertThat(fared)
                .containsEntry("e1", "kept")
                .containsEntry("e3", "kept")
                .containsEntry("e4", "kept");
    }

    @Test
    void without_the_store_everybody_who_waits_is_told_and_it_is_asked_once() throws InterruptedException {
        away = true;
        assertThat(meanwhile(6).values()).hasSize(7).containsOnly("DataAccessResourceFailureException");
        assertThat(asked).isEqualTo(1);
        assertThat(committed).isEmpty();
        away = false;
        held = false;
        add("later");
        assertThat(committed).containsExactly(List.of("later"));
    }

    @Test
    void within_a_command_nothing_is_promised() {
        var command = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("command"));
        try {
            assertThatThrownBy(() -> add("a")).isInstanceOf(IllegalStateException.class);
        } finally {
            command.rollback();
        }
        assertThat(committed).isEmpty();
    }
}
