package uk.earlyhelphub.platform.web.connection;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far the request on one connection has been received. From its first byte to its last it has a limited time, whatever the
 * pace of the bytes; once it is here whole, the work on it takes as long as it takes.
 */
public final class Reception {
    static final ScopedValue<Reception> CURRENT = ScopedValue.newInstance();

    private static final long GRACE_NANOS = Duration.ofSeconds(2).toNanos();

    private enum State {
        IDLE,
        RECEIVING,
        RECEIVED,
        LINGERING,
        CUT
    }

    private final String address;
    private final long limitNanos;
    private State state = State.IDLE;
    private long since = System.nanoTime();
    private @Nullable Runnable lastWord;

    Reception(String address, Duration limit) {
        this.address = address;
        this.limitNanos = limit.toNanos();
        begin();
    }

    /** The request that this thread works on is here whole; does nothing on another connector. */
    public static void whole() {
        if (CURRENT.isBound()) {
            CURRENT.get().received();
        }
    }

    /** Somebody waits for the request on this thread's connection, and would answer it once its time is over. */
    public static void ifTooSlow(Runnable answer) {
        if (CURRENT.isBound()) {
            CURRENT.get().say(answer);
        }
    }

    private synchronized void say(Runnable answer) {
        lastWord = answer;
    }

    String address() {
        return address;
    }

    /** Bytes arrived: if nothing was under way, a request begins. */
    synchronized void arriving() {
        if (state == State.IDLE) {
            begin();
        }
    }

    synchronized void received() {
        if (state == State.RECEIVING) {
            state = State.RECEIVED;
            lastWord = null;
        }
    }

    /** The answer is made. What is left of the request, and the beginning of the next one, have their own time. */
    synchronized void answered() {
        if (state == State.RECEIVED || state == State.RECEIVING) {
            begin();
        }
    }

    /** The connection waits for a next request. */
    synchronized void idle() {
        if (state != State.CUT) {
            state = State.IDLE;
        }
    }

    /** The answer went out before the request was read: the rest is thrown away for a moment, then the connection is closed. */
    synchronized void linger() {
        if (state != State.CUT) {
            state = State.LINGERING;
            since = System.nanoTime() - limitNanos + Math.min(limitNanos, GRACE_NANOS);
        }
    }

    synchronized boolean lingers() {
        return state == State.LINGERING;
    }

    private boolean overdue() {
        return (state == State.RECEIVING || state == State.LINGERING) && System.nanoTime() - since >= limitNanos;
    }

    /** What is still to be said on a connection whose time is over, if anything; then it has a moment more. */
    synchronized @Nullable Runnable lastWord() {
        var word = lastWord;
        if (word == null || !overdue()) {
            return null;
        }
        lastWord = null;
        since = System.nanoTime() - limitNanos + Math.min(limitNanos, GRACE_NANOS);
        return word;
    }

    /** Whether its time is over; true once only. */
    synchronized boolean toBeCut() {
        if (!overdue()) {
            return false;
        }
        state = State.CUT;
        return true;
    }

    private void begin() {
        lastWord = null;
        state = State.RECEIVING;
        since = System.nanoTime();
    }
}
