package uk.earlyhelphub.platform.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Tells other processes that events were committed, and hears it from them. Notices travel on a connection of their own,
 * after the commit: a notice inside the append transaction would make all writers queue for one lock. However many commits
 * come while one notice is on its way, they become one notice. A lost connection is opened anew, and whoever waits is woken
 * in case something was missed.
 */
public final class CommitNotices implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(CommitNotices.class);
    private static final Duration LIVENESS = Duration.ofSeconds(5);

    private final DataSource source;
    private final CommitSignal tail;
    private final Signal committed = new Signal();
    private final String self = UUID.randomUUID().toString();
    private volatile boolean running;
    private volatile Thread sender = new Thread();
    private volatile Thread listener = new Thread();

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
        running = true;
        sender = Thread.ofPlatform().daemon().name("commit-notice-sender").start(() -> keepTrying(this::send));
        listener = Thread.ofPlatform().daemon().name("commit-notice-listener").start(() -> keepTrying(this::listen));
    }

    @Override
    public void stop() {
        running = false;
        sender.interrupt();
        listener.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Starts before, and stops after, the projections that it wakes. */
    @Override
    public int getPhase() {
        return 100;
    }

    private interface OnConnection {
        void run(Connection connection) throws SQLException, InterruptedException;
    }

    private void keepTrying(OnConnection work) {
        while (running) {
            try (var connection = source.getConnection()) {
                connection.setAutoCommit(true);
                work.run(connection);
            } catch (SQLException e) {
                if (running) {
                    LOG.warn(
                            "The connection for commit notices was lost (SQLState {}); opening another",
                            e.getSQLState());
                }
                pause();
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private void pause() {
        try {
            committed.await(committed.seen(), Duration.ofMillis(200));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(Connection connection) throws SQLException, InterruptedException {
        var seen = committed.seen();
        try (var notify = connection.prepareStatement("select pg_notify('hub_events', ?)")) {
            notify.setString(1, self);
            while (running) {
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
        while (running) {
            var heard = notices.getNotifications((int) LIVENESS.toMillis());
            if (heard != null && heard.length > 0) {
                // What this process committed it has signalled itself already.
                if (Arrays.stream(heard).anyMatch(n -> !n.getParameter().equals(self))) {
                    tail.signal();
                }
            } else if (!connection.isValid(2)) {
                throw new SQLException("The connection went away", "08006");
            }
        }
    }
}
