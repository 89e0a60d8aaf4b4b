package uk.earlyhelphub.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackgroundTest {
    private static final Duration NEVER = Duration.ofDays(1);

    private final AtomicInteger steps = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final List<Background> started = new ArrayList<>();

    private Background started(Duration longestBackOff, Duration rest) {
        var work = new Background("test", new Signal(), longestBackOff, () -> {
            steps.incrementAndGet();
            switch (failure.get()) {
                case Error e -> throw e;
                case Exception e -> throw e;
                case null, default -> {}
            }
            return rest;
        });
        started.add(work);
        work.start();
        return work;
    }

    @AfterEach
    void end() {
        started.forEach(Background::stop);
    }

    @Test
    void it_looks_at_once_and_whenever_somebody_says_so() {
        var work = started(NEVER, NEVER);
        await().untilAsserted(() -> assertThat(steps).hasValue(1));
        work.look();
        await().untilAsserted(() -> assertThat(steps).hasValue(2));
    }

    @Test
    void it_goes_on_at_once_while_there_is_more() {
        started(NEVER, Duration.ZERO);
        await().untilAsserted(() -> assertThat(steps).hasValueGreaterThan(1000));
    }

    @Test
    void what_fails_is_named_and_counted_and_tried_again_until_it_succeeds() {
        failure.set(new IllegalStateException("a message is not repeated"));
        var work = started(Duration.ofMillis(100), NEVER);
        await().untilAsserted(() -> assertThat(work.failures()).isGreaterThan(2));
        assertThat(work.trouble()).isEqualTo("IllegalStateException");
        failure.set(null);
        await().untilAsserted(() -> assertThat(work.trouble()).isNull());
        assertThat(work.failures()).isGreaterThan(2);
    }

    /** Not even what is no exception ends it unseen. */
    @Test
    void an_error_does_not_end_it() {
        failure.set(new NoClassDefFoundError("gone"));
        var work = started(Duration.ofMillis(100), NEVER);
        await().untilAsserted(() -> assertThat(work.trouble()).isEqualTo("NoClassDefFoundError"));
        failure.set(null);
        await().untilAsserted(() -> assertThat(work.trouble()).isNull());
    }

    @Test
    void stopping_wakes_it_and_waits_for_its_end() {
        var work = started(NEVER, NEVER);
        await().untilAsserted(() -> assertThat(steps).hasValue(1));
        work.stop();
        assertThat(work.isRunning()).isFalse();
        var before = steps.get();
        work.look();
        assertThat(steps).hasValue(before);
        assertThat(work.trouble()).isNull();
    }

    @Test
    void started_twice_it_works_once() {
        var threads = Collections.synchronizedSet(new java.util.HashSet<Thread>());
        var work = new Background("twice", NEVER, () -> threads.add(Thread.currentThread()));
        started.add(work);
        work.start();
        work.start();
        await().untilAsserted(() -> assertThat(threads).hasSize(1));
        work.look();
        assertThat(threads).hasSize(1);
    }

    @Test
    void a_thread_that_was_interrupted_from_outside_is_missed() {
        var worker = new AtomicReference<@Nullable Thread>();
        var work = new Background("interrupted", NEVER, () -> worker.set(Thread.currentThread()));
        started.add(work);
        work.start();
        await().untilAsserted(() -> assertThat(worker.get()).isNotNull());
        java.util.Objects.requireNonNull(worker.get()).interrupt();
        await().untilAsserted(() -> assertThat(work.trouble()).isEqualTo("It has ended by itself"));
    }
}
