package uk.earlyhelphub.query.proof;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.EventPosition;
import uk.earlyhelphub.platform.start.StartRefused;
import uk.earlyhelphub.proof.PublicLogKey;

/**
 * Remembers in the database that a log was begun, and why. Empty folders begin a log by themselves only over a history that is
 * empty too and never had one; otherwise somebody says why, in {@code hub.proof.begin-new-log}, and each reason counts once.
 */
final class LogBeginnings {
    private static final Logger LOG = LoggerFactory.getLogger(LogBeginnings.class);
    private static final String FIRST = "the first start";
    private static final String ADOPTED = "found in its folders";

    private final JdbcTemplate jdbc;
    private final EventLog history;
    private final Clock clock;
    private final String reason;

    /** @param reason why a new log is to be begun, or nothing */
    LogBeginnings(DataSource projector, EventLog history, Clock clock, String reason) {
        this.jdbc = new JdbcTemplate(projector);
        this.history = history;
        this.clock = clock;
        this.reason = reason.strip();
    }

    private record Begun(String reason, OffsetDateTime at) {}

    private List<Begun> begun() {
        return jdbc.query(
                "select reason, begun_at from projections.proof_log order by begun_at",
                (row, n) -> new Begun(row.getString("reason"), row.getObject("begun_at", OffsetDateTime.class)));
    }

    /** Throws {@link StartRefused} if the folders are empty and no log may be begun. */
    void requireAllowed() {
        var begun = begun();
        if (reason.isEmpty()) {
            if (!begun.isEmpty() || !history.head().equals(EventPosition.START)) {
                throw new StartRefused(
                        "There is no proof log in its folders, though "
                                + (begun.isEmpty()
                                        ? "events were recorded already"
                                        : "one was begun on "
                                                + begun.getLast().at().toLocalDate())
                                + ".",
                        "Find out who emptied the folders, and restore them. Only if they are lost for good, or this is the first"
                                + " log over an older history, begin a new one: docs/runbooks/proof.md, hub.proof.begin-new-log.");
            }
            return;
        }
        begun.stream().filter(b -> b.reason().equals(reason)).findFirst().ifPresent(used -> {
            throw new StartRefused(
                    "There is no proof log in its folders, and the reason in hub.proof.begin-new-log was used on "
                            + used.at().toLocalDate() + ".",
                    "Find out who emptied the folders, and restore them; or give a reason of its own: docs/runbooks/proof.md.");
        });
        LOG.warn("A NEW PROOF LOG IS BEGUN over a history that had {} before: {}", begun.size(), reason);
    }

    /** Writes down that the log is there, unless that is known. */
    void remember(PublicLogKey key, boolean asked) {
        var known = jdbc.queryForObject(
                "select count(*) from projections.proof_log where public_key = ?", Long.class, key.toString());
        if (!asked && known != null && known > 0) {
            return;
        }
        jdbc.update(
                "insert into projections.proof_log (log_name, public_key, reason, begun_at) values (?, ?, ?, ?)"
                        + " on conflict do nothing",
                key.name(),
                key.toString(),
                !asked ? ADOPTED : reason.isEmpty() ? FIRST : reason,
                clock.instant().atOffset(ZoneOffset.UTC));
    }
}
