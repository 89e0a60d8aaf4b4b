package uk.earlyhelphub.platform.commands;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Commits what several threads record at the same moment in one transaction. Nobody is held up for company: who comes while
 * nothing is under way is written at once and alone, and those who come meanwhile go into the next transaction together. Each
 * returns only after the commit that their own event is part of, so nothing is promised more cheaply than alone.
 */
final class GroupCommit {
    /** At most so many events are added by one transaction. */
    static final int MOST = 128;

    private final Consumer<List<? extends EventMessage<?>>> store;
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private boolean underWay;

    /** @param store commits the events that it is given before it returns, all or none */
    GroupCommit(Consumer<List<? extends EventMessage<?>>> store) {
        this.store = store;
    }

    /** An event that waits until it is settled, or until it is its turn to see to itself and to those who came after it. */
    private static final class Waiting {
        private final EventMessage<?> event;
        private final CountDownLatch called = new CountDownLatch(1);
        private boolean settled;
        private @Nullable RuntimeException failure;

        Waiting(EventMessage<?> event) {
            this.event = event;
        }

        void settle(@Nullable RuntimeException why) {
            failure = why;
            settled = true;
            called.countDown();
        }

        /** Nothing would be known of an event whose sender went away, so it is waited for whatever happens. */
        void awaitCall() {
            var interrupted = false;
            while (true) {
                try {
                    called.await();
                    break;
                } catch (InterruptedException _) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Commits an event, in company or alone. Throws what the store threw; what is wrong with one event is told only to whom it
     * concerns.
     *
     * @throws IllegalStateException within a command, whose end would decide whether the event is kept
     */
    void add(EventMessage<?> event) {
        if (CurrentUnitOfWork.isStarted()) {
            throw new IllegalStateException("This is recorded whatever becomes of a command, so not within one");
        }
        var mine = new Waiting(event);
        if (!isFirst(mine)) {
            mine.awaitCall();
        }
        if (!mine.settled) {
            try {
                commit(next());
            } finally {
                handOn();
            }
        }
        if (mine.failure != null) {
            throw mine.failure;
        }
    }

    private synchronized boolean isFirst(Waiting mine) {
        waiting.add(mine);
        var first = !underWay;
        underWay = true;
        return first;
    }

    private synchronized List<Waiting> next() {
        var together = new ArrayList<Waiting>();
        while (!waiting.isEmpty() && together.size() < MOST) {
            together.add(waiting.remove());
        }
        return together;
    }

    private synchronized void handOn() {
        var heir = waiting.peek();
        underWay = heir != null;
        if (heir != null) {
            heir.called.countDown();
        }
    }

    /** Who waits behind would only wait as long again to hear the same. */
    private synchronized void tellAll(RuntimeException why) {
        waiting.forEach(w -> w.settle(why));
        waiting.clear();
    }

    private void commit(List<Waiting> together) {
        try {
            store.accept(together.stream().map(w -> w.event).toList());
            together.forEach(w -> w.settle(null));
        } catch (RuntimeException e) {
            if (away(e)) {
                together.forEach(w -> w.settle(e));
                tellAll(e);
            } else if (together.size() == 1) {
                together.getFirst().settle(e);
            } else {
                // One of them is at fault, and only that one is to hear of it.
                together.forEach(w -> commit(List.of(w)));
            }
        } finally {
            together.stream()
                    .filter(w -> !w.settled)
                    .forEach(w -> w.settle(new IllegalStateException("It could not be recorded")));
        }
    }

    /** Whether it is the store that failed, and not an event that it was given. */
    private static boolean away(RuntimeException e) {
        return e instanceof TransactionException
                || e instanceof TransientDataAccessException
                || e instanceof RecoverableDataAccessException
                || e instanceof NonTransientDataAccessResourceException;
    }
}
