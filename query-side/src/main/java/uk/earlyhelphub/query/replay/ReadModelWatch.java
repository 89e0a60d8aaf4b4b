package uk.earlyhelphub.query.replay;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import uk.earlyhelphub.platform.engine.Background;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.Projection;
import uk.earlyhelphub.platform.engine.Replay;
import uk.earlyhelphub.platform.engine.WorksInBackground;

/**
 * Holds every read model against a replay of the history, one after another, at quiet hours: what people are shown could have been
 * altered behind the Hub's back, and the proof log covers only what was recorded. It touches nothing that is shown, and puts
 * nothing right: that takes two people (ADR 11). What it finds is an alert, and in health.
 */
final class ReadModelWatch implements SmartLifecycle, WorksInBackground {
    private static final Logger LOG = LoggerFactory.getLogger(ReadModelWatch.class);
    private static final Duration MOMENT = Duration.ofMillis(250);

    /** Any number, as long as it is always the same: "compare". One process at a time has the second tables. */
    private static final long LOCK = 0x636f6d70617265L;

    private final Map<String, Projection> projections;
    private final EventLog log;
    private final DataSource projector;
    private final ComparisonBook book;
    private final Clock clock;
    private final Settings settings;
    private final Background background;
    private @Nullable Replay underWay;

    /**
     * When to compare.
     *
     * @param on whether it is done at all
     * @param hours when
     * @param every how long the last comparison of a read model holds good
     * @param looks how often is looked whether one is due
     */
    record Settings(boolean on, QuietHours hours, Duration every, Duration looks) {}

    ReadModelWatch(
            List<Projection> projections,
            EventLog log,
            DataSource projector,
            ComparisonBook book,
            Clock clock,
            Settings settings) {
        this.projections = projections.stream().collect(Collectors.toMap(Projection::name, Function.identity()));
        this.log = log;
        this.projector = projector;
        this.book = book;
        this.clock = clock;
        this.settings = settings;
        this.background = new Background("read-model-watch", settings.looks(), this::compareWhatIsDue);
    }

    private boolean mayWork() {
        return background.isRunning() && settings.hours().at(clock.instant());
    }

    private void compareWhatIsDue() {
        if (!mayWork()) {
            return;
        }
        try (var connection = projector.getConnection()) {
            if (taken(connection)) {
                try {
                    while (mayWork() && compareNext(connection)) {
                        // One after another, while it is quiet.
                    }
                } finally {
                    letGo(connection);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The lock of the comparison was lost", e);
        }
    }

    /** Compares the one that is most due. Answers whether there was one and it was finished. */
    private boolean compareNext(Connection lock) throws SQLException {
        var name = underWay != null
                ? underWay.name()
                : book.due(List.copyOf(projections.keySet()), clock.instant().minus(settings.every()))
                        .orElse("");
        var projection = projections.get(name);
        if (projection == null) {
            return false;
        }
        var replay = underWay == null ? begun(projection) : underWay;
        var comparison = compared(replay);
        if (comparison == null || !lock.isValid(5)) {
            // Gone on with next time, unless this process ends before.
            return false;
        }
        replay.end();
        underWay = null;
        book.note(name, clock.instant(), replay.read(), comparison);
        if (!comparison.same()) {
            LOG.error(
                    "ALERT projection-differs: {} rows of {} are not what the history says",
                    comparison.differing(),
                    name);
        }
        return true;
    }

    private Replay begun(Projection projection) {
        var replay = Replay.toCompare(projection, log, projector, clock);
        // What an earlier process left was perhaps told by an earlier release.
        replay.end();
        replay.begin();
        underWay = replay;
        return replay;
    }

    private Replay.@Nullable Comparison compared(Replay replay) {
        while (mayWork()) {
            if (!replay.readOn()) {
                var comparison = replay.compare(false);
                if (comparison.isPresent()) {
                    return comparison.get();
                }
                background.pause(MOMENT);
            }
        }
        return null;
    }

    /** Without a transaction: one that stays open would hold up every reader of the history. */
    private static boolean taken(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            statement.setLong(1, LOCK);
            try (var answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private static void letGo(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_advisory_unlock(?)")) {
            statement.setLong(1, LOCK);
            statement.execute();
        }
    }

    /** The read models of this process. */
    List<String> names() {
        return projections.keySet().stream().sorted().toList();
    }

    /** Whether they are held against the history at all. */
    boolean isOn() {
        return settings.on();
    }

    @Override
    public List<Background> background() {
        return List.of(background);
    }

    @Override
    public void start() {
        if (settings.on()) {
            background.start();
        }
    }

    @Override
    public void stop() {
        if (background.isRunning()) {
            background.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return background.isRunning();
    }

    @Override
    public int getPhase() {
        return 300;
    }
}
