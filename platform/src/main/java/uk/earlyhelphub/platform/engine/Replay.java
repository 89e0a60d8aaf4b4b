package uk.earlyhelphub.platform.engine;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes one projection again from the history, in second tables, while the first serve. It keeps books of its own, so it goes on
 * where it was after a crash. It touches nothing outside its tables. For one thread.
 */
public final class Replay {
    private final Projection projection;
    private final ShadowTables tables;
    private final Bounded source;
    private final ProjectionRunner runner;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final TransactionTemplate apart;
    private final ProjectionPositions firstBooks;
    private final ProjectionPositions secondBooks;

    /** @param projector the data source of the read models */
    public Replay(Projection projection, EventLog log, DataSource projector, Clock clock) {
        this(projection, log, projector, clock, "replay", "replay:");
    }

    /** One that is only to compare, in tables and books apart from those of any other replay of the same projection. */
    public static Replay toCompare(Projection projection, EventLog log, DataSource projector, Clock clock) {
        return new Replay(projection, log, projector, clock, "comparison", "replay:comparison:");
    }

    private Replay(
            Projection projection, EventLog log, DataSource projector, Clock clock, String schema, String prefix) {
        this.projection = projection;
        this.tables = new ShadowTables(projection, schema);
        this.source = new Bounded(log);
        this.jdbc = new JdbcTemplate(projector);
        var transactions = new DataSourceTransactionManager(projector);
        this.transaction = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
        var shadow = new Shadow(projection, prefix + projection.name(), tables);
        this.runner = new ProjectionRunner(shadow, source, projector, new CommitSignal(), new ProgressSignal(), clock);
        this.firstBooks = new ProjectionPositions(projection.name(), jdbc, clock);
        this.secondBooks = new ProjectionPositions(shadow.name(), jdbc, clock);
    }

    /** Applies events to the second tables. */
    private record Shadow(Projection of, String name, ShadowTables second) implements Projection {
        @Override
        public List<String> tables() {
            return List.of();
        }

        @Override
        public boolean concerns(RecordedEvent event) {
            return of.concerns(event);
        }

        @Override
        public void apply(List<RecordedEvent> events, JdbcTemplate tables) {
            second.use(tables);
            of.apply(events, tables);
        }
    }

    /** Hands out the history up to a bound, and counts what it hands out. */
    private static final class Bounded implements EventSource {
        private final EventSource log;
        private @Nullable EventPosition bound;
        private long handedOut;

        Bounded(EventLog log) {
            this.log = new ReadAhead(log);
        }

        @Override
        public Page after(EventPosition position, int limit) {
            var page = log.after(position, limit);
            var upTo = bound;
            var events = upTo == null
                    ? page.events()
                    : page.events().stream()
                            .takeWhile(e -> e.position().compareTo(upTo) <= 0)
                            .toList();
            handedOut += events.size();
            return new Page(events, page.heldBack());
        }

        @Override
        public EventPosition head() {
            return log.head();
        }
    }

    /** Makes the second tables, or finds them as a crash left them. */
    public void begin() {
        transaction.executeWithoutResult(status -> tables.make(jdbc));
        runner.goOnFrom(secondBooks.position(false));
    }

    /** Reads on by one page. Answers whether there was anything to read. */
    public boolean readOn() {
        return runner.step() == null;
    }

    /** How many events were read since {@link #begin}. */
    public long read() {
        return source.handedOut;
    }

    /** How far the second tables are. */
    public EventPosition position() {
        return runner.standing().position();
    }

    /**
     * How the two compare, at one and the same position.
     *
     * @param differing how many rows differ
     * @param named the first of them by table and key, never by content
     */
    public record Comparison(String digestOfFirst, String digestOfSecond, long differing, List<String> named) {
        /** Whether they are the same. */
        public boolean same() {
            return digestOfFirst.equals(digestOfSecond);
        }
    }

    /**
     * Compares first and second tables at one position, and puts the second in the place of the first if that is wanted. While it
     * does, the first are read but do not move. Nothing comes back if the second are ahead; then they must wait for the first.
     */
    public Optional<Comparison> compare(boolean swap) {
        var answer = transaction.execute(status -> {
            var first = firstBooks.position(true);
            source.bound = first;
            try {
                // In transactions of its own, on another connection: this one only holds the first tables still.
                apart.executeWithoutResult(inner -> catchUp(first));
            } finally {
                source.bound = null;
            }
            if (position().compareTo(first) != 0) {
                return Optional.<Comparison>empty();
            }
            var before = tables.digestOfFirst(jdbc);
            var after = tables.digestOfSecond(jdbc);
            var differences =
                    before.equals(after) ? new ShadowTables.Differences(0, List.of()) : tables.differences(jdbc);
            if (swap) {
                tables.swapIn(jdbc);
                firstBooks.takeOver(secondBooks);
            }
            return Optional.of(new Comparison(before, after, differences.count(), differences.named()));
        });
        return answer == null ? Optional.empty() : answer;
    }

    private void catchUp(EventPosition first) {
        var moved = true;
        while (moved && position().compareTo(first) < 0) {
            moved = readOn();
        }
    }

    /** Throws the second tables away. */
    public void end() {
        transaction.executeWithoutResult(status -> {
            tables.drop(jdbc);
            secondBooks.forget();
        });
    }

    /** SHA-256 over a projection's tables as they stand. */
    public static String digest(Projection projection, DataSource projector) {
        return ShadowTables.digest(projection.tables(), new JdbcTemplate(projector));
    }

    /** Which projection. */
    public String name() {
        return projection.name();
    }
}
