package uk.earlyhelphub.platform.database;

import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Numbers the turns in which clusters have held this history. Transaction ids start again in another cluster, so the reading
 * order begins with the epoch, and an epoch goes on only while the cluster that began it has held the history ever since. Begun
 * by the start of a process, and by nothing else.
 */
final class Epochs {
    /** Any number, as long as it is always the same: "epochs". */
    private static final long LOCK = 0x65706f636873L;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    Epochs(DataSource owner) {
        this.jdbc = new JdbcTemplate(owner);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(owner));
    }

    /**
     * The epoch in which this cluster writes: the highest, if it is this cluster's, and otherwise a new one above all. Throws
     * {@link uk.earlyhelphub.platform.start.StartRefused} if somebody put one in by hand.
     */
    int current() {
        var epoch = transaction.execute(status -> {
            // Of two processes that start at once, the second finds what the first began.
            jdbc.query("select pg_advisory_xact_lock(?)", row -> {}, LOCK);
            StrangeEpochs.refuse(jdbc);
            var ours = jdbc.queryForList("""
                    select epoch from events.epoch
                    where epoch = (select max(epoch) from events.epoch)
                      and system_identifier = (select system_identifier::text from pg_control_system())""", Integer.class);
            return ours.isEmpty() ? begin() : ours.getFirst();
        });
        if (epoch == null) {
            throw new IllegalStateException("This cluster has no epoch");
        }
        return epoch;
    }

    private int begin() {
        // Counted from what is there: the table's own counter may lie behind rows that a restore brought.
        return Objects.requireNonNull(jdbc.queryForObject("""
                insert into events.epoch (epoch, system_identifier) overriding system value
                select coalesce((select max(epoch) from events.epoch), 0) + 1, system_identifier::text from pg_control_system()
                returning epoch""", Integer.class));
    }
}
