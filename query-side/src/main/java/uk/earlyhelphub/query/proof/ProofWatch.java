package uk.earlyhelphub.query.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.EventPosition;
import uk.earlyhelphub.proof.Finding;
import uk.earlyhelphub.proof.LeafPosition;

/**
 * Watches what is stored and not signed for: how long it has waited, who holds signing back, and what can never be signed for,
 * because no transaction of this cluster wrote it.
 */
final class ProofWatch {
    private static final Logger LOG = LoggerFactory.getLogger(ProofWatch.class);
    private static final int COUNTED = 10_000;
    private static final int NAMED = 100;

    private final ReplicatedLog log;
    private final EventLog store;
    private final JdbcTemplate jdbc;
    private final Supplier<EventPosition> passed;
    private final Clock clock;
    private final Duration alarmAfter;
    private long signedThen = -1;
    private Instant since = Instant.MAX;
    private String said = "";
    private volatile Sight sight = new Sight(Instant.MIN, 0, null, List.of(), List.of());

    /**
     * @param passed up to where nothing waits, though rows may stand there that the Hub did not write
     * @param alarmAfter how long an event may wait before somebody should know who holds it back
     */
    ProofWatch(
            ReplicatedLog log,
            EventLog store,
            DataSource reader,
            Supplier<EventPosition> passed,
            Clock clock,
            Duration alarmAfter) {
        this.passed = passed;
        this.log = log;
        this.store = store;
        this.jdbc = new JdbcTemplate(reader);
        this.clock = clock;
        this.alarmAfter = alarmAfter;
    }

    /**
     * What was seen.
     *
     * @param rows how many stored rows are not signed for, settled or not, counted up to ten thousand
     * @param since since when the oldest of them waits, by its own time or as it was watched here; none if none waits
     * @param heldBackBy who holds signing back, if it takes long: database, process, user and since when
     * @param outOfReach rows that can never be signed for
     */
    record Sight(Instant at, long rows, @Nullable Instant since, List<String> heldBackBy, List<Finding> outOfReach) {

        /** How long the oldest stored row that is not signed for has waited. */
        Duration age(Instant now) {
            var age = since == null ? Duration.ZERO : Duration.between(since, now);
            return age.isNegative() ? Duration.ZERO : age;
        }
    }

    /** What was seen last. */
    Sight sight() {
        return sight;
    }

    /** Whether something has waited so long that somebody should know. */
    boolean alarming(Instant now) {
        return sight.age(now).compareTo(alarmAfter) > 0;
    }

    /** Looks, and raises the alarm if there is a reason. */
    synchronized void look() {
        var now = clock.instant();
        var signed = log.signed();
        var waiting = store.waitingAfter(waitingFrom(signed), COUNTED);
        if (waiting.rows() == 0) {
            since = Instant.MAX;
        } else if (since.equals(Instant.MAX) || signed != signedThen) {
            since = now;
        }
        signedThen = signed;
        // A row says itself how old it is; somebody who lies about that is watched from when it was seen.
        var oldest = waiting.oldest();
        var from = waiting.rows() == 0 ? null : oldest != null && oldest.isBefore(since) ? oldest : since;
        var outOfReach =
                store.outOfReach(NAMED).stream().map(ProofWatch::finding).toList();
        var late = from != null && Duration.between(from, now).compareTo(alarmAfter) > 0;
        sight = new Sight(now, waiting.rows(), from, late ? heldBackBy() : List.of(), outOfReach);
        raise(late);
    }

    private EventPosition waitingFrom(long signed) {
        var last = signedPosition(signed);
        var behind = passed.get();
        return behind.compareTo(last) > 0 ? behind : last;
    }

    private EventPosition signedPosition(long signed) {
        try {
            return StoredHistory.position(
                    signed == 0 ? LeafPosition.START : log.leaf(signed - 1).position());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Finding finding(EventPosition position) {
        return new Finding(
                Finding.Kind.INSERTED,
                "at " + position,
                "no transaction of this cluster wrote it, so that no log can have it");
    }

    private List<String> heldBackBy() {
        try {
            return jdbc.query(
                    "select database, pid, username, state, since from events.held_back_by()",
                    (row, n) -> "database " + row.getString("database") + ", "
                            + (row.getObject("pid") == null ? "" : "process " + row.getInt("pid") + ", ")
                            + "user " + row.getString("username") + ", " + row.getString("state") + ", since "
                            + time(row.getObject("since", OffsetDateTime.class)));
        } catch (DataAccessException e) {
            LOG.debug("Who holds signing back", e);
            return List.of("not known: the schema's owner may not see other sessions");
        }
    }

    private static String time(@Nullable OffsetDateTime since) {
        return since == null ? "not known" : since.toInstant().toString();
    }

    private void raise(boolean late) {
        var now = sight;
        var alarm = (late ? "held back by " + now.heldBackBy() : "")
                + (now.outOfReach().isEmpty() ? "" : "rows of nobody: " + now.outOfReach());
        if (late && !alarm.equals(said)) {
            LOG.error(
                    "NOTHING IS SIGNED since {}: {} stored events wait, held back by {}",
                    now.since(),
                    now.rows(),
                    now.heldBackBy());
        }
        if (!now.outOfReach().isEmpty() && !alarm.equals(said)) {
            LOG.error(
                    "HISTORY WAS ALTERED: {} rows were not written by any transaction of this cluster, the first {}",
                    now.outOfReach().size(),
                    now.outOfReach().getFirst());
        }
        said = alarm;
    }
}
