package uk.earlyhelphub.platform.engine;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What releases appended that gave no codes. It gets its codes once, when codes begin, from whoever says that it is to be believed as
 * it is; what stands without a code afterwards was put there by somebody else.
 */
public final class EarlierRows {
    private static final int PAGE = 2_000;

    private final JdbcTemplate jdbc;
    private final EventCodes codes;
    private final int epoch;

    /**
     * @param writer connections of the writer role; what is added joins the caller's transaction
     * @param epoch this cluster's epoch; what claims a later one, or a transaction that has not been, gets no code
     */
    public EarlierRows(DataSource writer, EventCodes codes, int epoch) {
        this.jdbc = new JdbcTemplate(writer);
        this.codes = codes;
        this.epoch = epoch;
    }

    /** Whether anything stands in the history. */
    public static boolean any(JdbcTemplate jdbc) {
        return jdbc.queryForList("select 1 from events.domain_event limit 1").size()
                        + jdbc.queryForList("select 1 from events.command_receipt limit 1")
                                .size()
                > 0;
    }

    /** Whether anything stands in the history that has a code. */
    public static boolean anyWithCode(JdbcTemplate jdbc) {
        return !jdbc.queryForList("select 1 from events.domain_event where code is not null limit 1")
                .isEmpty();
    }

    /** Gives codes to all events and receipts that have none. Answers to how many events. */
    public long sign() {
        var signed = 0L;
        var at = EventPosition.START;
        for (var page = events(at); !page.isEmpty(); page = events(at)) {
            jdbc.batchUpdate(
                    "insert into events.earlier_code (epoch, tx, global_index, code) values (?, ?::text::xid8, ?, ?)",
                    page,
                    PAGE,
                    this::set);
            signed += page.size();
            at = page.getLast().position();
        }
        signReceipts();
        return signed;
    }

    private List<StoredEvent> events(EventPosition after) {
        return jdbc.query(
                "select " + EventRows.COLUMNS + " from events.domain_event where code is null"
                        + " and (epoch, tx, global_index) > (?, ?::text::xid8, ?)"
                        + " and (epoch, tx) < (?, pg_snapshot_xmax(pg_current_snapshot())) order by epoch, tx, global_index limit "
                        + PAGE,
                (row, n) -> EventRows.raw(row),
                after.epoch(),
                Long.toString(after.tx()),
                after.index(),
                epoch);
    }

    private void set(PreparedStatement insert, StoredEvent event) throws SQLException {
        insert.setInt(1, event.position().epoch());
        insert.setString(2, Long.toString(event.position().tx()));
        insert.setLong(3, event.position().index());
        insert.setBytes(4, codes.code(event.said()));
    }

    private void signReceipts() {
        var after = List.of("", "");
        while (true) {
            var page = jdbc.query(
                    "select command_id, actor, fingerprint, versions, refusal, secret_ids, recorded_at from events.command_receipt"
                            + " where code is null and (command_id, actor) > (?, ?) order by command_id, actor limit "
                            + PAGE,
                    (row, n) -> new StoredReceipt(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getBoolean(6),
                            row.getObject(7, OffsetDateTime.class).toInstant()),
                    after.get(0),
                    after.get(1));
            if (page.isEmpty()) {
                return;
            }
            jdbc.batchUpdate(
                    "insert into events.earlier_receipt_code (command_id, actor, code) values (?, ?, ?)",
                    page,
                    PAGE,
                    (insert, receipt) -> {
                        insert.setString(1, receipt.commandId());
                        insert.setString(2, receipt.actor());
                        insert.setBytes(3, codes.code(receipt.said()));
                    });
            after = List.of(page.getLast().commandId(), page.getLast().actor());
        }
    }
}
