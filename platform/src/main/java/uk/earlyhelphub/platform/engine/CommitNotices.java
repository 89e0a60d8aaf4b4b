package uk.earlyhelphub.platform.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.context.SmartLifecycle;

/**
 * Tells other processes that events were committed, and hears it from them. Notices travel on a connection of their own,
 * after the commit: a notice inside the append transaction would make all writers queue for one lock. However many commits
 * come while one notice is on its way, they become one notice. A lost connection is opened anew, and whoever waits is woken
 * in case something was missed.
 */
public final class CommitNotices implements SmartLifecycle, WorksInBackground {
    private static final Duration LIVENESS = Duration.ofSeconds(5);
    private static final Duration LISTENS = Duration.ofMillis(500);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(1);

    private final DataSource source;
    private final CommitSignal tail;
    private final Signal committed = new Signal();
    private final String self = UUID.randomUUID().toString();
    private final Background sender = new Background(
            "commit-notice-sender", committed, LONGEST_BACK_OFF, () -> onConnection(this::send), CommitNotices::kind);
    private final Background listener = new Background(
            "commit-notice-listener",
            new Signal(),
            LONGEST_BACK_OFF,
            () -> onConnection(this::listen),
            CommitNotices::kind);

    /** Takes unpooled or pooled connections; it keeps two for as long as it runs. */
    public CommitNotices(DataSource source, CommitSignal tail) {
        this.source = source;
        this.tail = tail;
    }

    /** To be called once events are committed. */
    public void afterCommit() {
        tail.signal();
        committed.signal();
    }

    @Override
    public void start() {
        sender.start();
        listener.start();
    }

    @Override
    public void stop() {
        sender.stop();
        listener.stop();
    }

    @Override
    public boolean isRunning() {
        return sender.isRunning();
    }

    @Override
    public List<Background> background() {
        return List.of(sender, listener);
    }

    /** Starts before, and stops after, the projections that it wakes. */
    @Override
    public int getPhase() {
        return 100;
    }

    private interface OnConnection {
        void run(Connection connection) throws SQLException, InterruptedException;
    }

    /** Keeps one connection until it is lost or nobody needs it any more. */
    private Duration onConnection(OnConnection work) throws SQLException, InterruptedException {
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(true);
            work.run(connection);
        }
        return Duration.ZERO;
    }

    private static String kind(Throwable e) {
        return e instanceof SQLException sql
                ? "The connection was lost (SQLState " + sql.getSQLState() + ")"
                : e.getClass().getSimpleName();
    }

    private void send(Connection connection) throws SQLException, InterruptedException {
        var seen = committed.seen();
        try (var notify = connection.prepareStatement("select pg_notify('hub_events', ?)")) {
            notify.setString(1, self);
            while (sender.isRunning()) {
                if (committed.await(seen, LIVENESS)) {
                    seen = committed.seen();
                    notify.execute();
                }
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen hub_events");
        }
        tail.signal();
        var notices = connection.unwrap(PGConnection.class);
        var checked = System.nanoTime();
        while (listener.isRunning()) {
            var heard = notices.getNotifications((int) LISTENS.toMillis());
            if (heard != null && heard.length > 0) {
                // What this process committed it has signalled itself already.
                if (Arrays.stream(heard).anyMatch(n -> !n.getParameter().equals(self))) {
                    tail.signal();
                }
            } else if (System.nanoTime() - checked > LIVENESS.toNanos()) {
                if (!connection.isValid(2)) {
                    throw new SQLException("The connection went away", "08006");
                }
                checked = System.nanoTime();
            }
        }
    }
}
