package uk.earlyhelphub.personaldata;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.earlyhelphub.platform.engine.EarlierRows;
import uk.earlyhelphub.platform.engine.EventCodes;
import uk.earlyhelphub.platform.start.StartRefused;

/**
 * The keys of the codes that every appended row carries. They lie beside the events, wrapped under the master keys, so whoever owns
 * the database has them and can open none. A new master key begins a new key of codes; older ones go on being known.
 */
public final class CodeKeys {
    private static final Logger LOG = LoggerFactory.getLogger(CodeKeys.class);
    private static final String RUNBOOK = "docs/runbooks/keys.md.";
    private static final int KEY_BYTES = 32;

    /** Any number, as long as it is always the same: "codes". */
    private static final long LOCK = 0x636f646573L;

    private final DataSource writer;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final MasterKeys masters;
    private final int epoch;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param writer connections of the role that adds events
     * @param epoch this cluster's epoch
     */
    public CodeKeys(DataSource writer, MasterKeys masters, int epoch, Clock clock) {
        this.writer = writer;
        this.jdbc = new JdbcTemplate(writer);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(writer));
        this.masters = masters;
        this.epoch = epoch;
        this.clock = clock;
    }

    private record Row(int number, String master, byte[] wrapped) {}

    /**
     * Opens the keys, and begins the first over an empty history. Throws {@link StartRefused} if they cannot be opened, or are
     * gone.
     *
     * @param olderHistory why what releases without codes appended is to be believed as it is, or nothing
     */
    public EventCodes open(String olderHistory) {
        transaction.executeWithoutResult(status -> {
            // Of two processes that start at once, the second finds what the first began.
            jdbc.query("select pg_advisory_xact_lock(?)", row -> {}, LOCK);
            var rows = rows();
            if (rows.isEmpty()) {
                begin(olderHistory.strip());
            } else {
                keepUnderTheNewest(rows);
            }
        });
        return new EventCodes(this::keys);
    }

    private List<Row> rows() {
        return jdbc.query(
                "select number, master_key, wrapped from events.code_key order by number, begun_at",
                (row, n) -> new Row(row.getInt(1), row.getString(2), row.getBytes(3)));
    }

    private void begin(String reason) {
        if (EarlierRows.anyWithCode(jdbc)) {
            throw new StartRefused(
                    "The keys are gone by which the Hub knows the events that it recorded: the table events.code_key is empty.",
                    "Somebody emptied it. Delete nothing, restore it from the backup of the database, and find out who it was: "
                            + RUNBOOK);
        }
        var older = EarlierRows.any(jdbc);
        if (older && reason.isEmpty()) {
            throw new StartRefused(
                    "The history has no codes, by which the Hub knows the events that it recorded from what somebody else put into"
                            + " the database: an earlier release recorded it, or somebody took the codes away.",
                    "If this release is started over this history for the first time, have its proof log verified, stop every"
                            + " process of the earlier release, and start once with --hub.vault.begin-codes=\"the reason, in a"
                            + " few words\": " + RUNBOOK);
        }
        var key = add(1, newKey(), older ? reason : "an empty history");
        if (older) {
            var signed = new EarlierRows(writer, EventCodes.under(key), epoch).sign();
            // Not why: somebody typed that, and it is on record where it belongs.
            LOG.warn("Codes begin over a history of {} events", signed);
        }
    }

    private byte[] newKey() {
        var key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return key;
    }

    private byte[] add(int number, byte[] key, String reason) {
        jdbc.update(
                "insert into events.code_key (number, master_key, wrapped, begun_at, reason) values (?, ?, ?, ?, ?)",
                number,
                masters.newest(),
                masters.wrap(key, boundTo(number)),
                clock.instant().atOffset(ZoneOffset.UTC),
                reason);
        return key;
    }

    /** Bound to its number; a person's key is bound to the person, so that neither can be put in the place of the other. */
    private static String boundTo(int number) {
        return "key of codes " + number;
    }

    /** A master key that is new begins a new key, and wraps the older ones too, so that older master keys can be retired. */
    private void keepUnderTheNewest(List<Row> rows) {
        var opened = opened(rows);
        if (rows.stream().anyMatch(row -> row.master().equals(masters.newest()))) {
            return;
        }
        opened.forEach((number, key) -> add(number, key, "a newer master key"));
        var number = opened.keySet().stream().max(Comparator.naturalOrder()).orElseThrow() + 1;
        add(number, newKey(), "a newer master key");
    }

    private Map<Integer, byte[]> keys() {
        return opened(rows());
    }

    private Map<Integer, byte[]> opened(List<Row> rows) {
        var opened = new HashMap<Integer, byte[]>();
        var byNumber = rows.stream().collect(Collectors.groupingBy(Row::number));
        byNumber.forEach((number, wrappings) -> opened.put(number, opened(number, wrappings)));
        return opened;
    }

    private byte[] opened(int number, List<Row> wrappings) {
        var faults = new ArrayList<String>();
        for (var row : wrappings) {
            var key = unwrapped(row, faults);
            if (key != null) {
                return key;
            }
        }
        throw new StartRefused(
                "The key of codes " + number + " cannot be opened, by which the Hub knows the events that it recorded: "
                        + String.join("; ", faults) + ".",
                "Add the master key that wrapped it to hub.vault.master-keys, from the copy you keep of it. If it is there,"
                        + " the row was altered: restore events.code_key from a backup: " + RUNBOOK);
    }

    private byte @Nullable [] unwrapped(Row row, List<String> faults) {
        if (!masters.has(row.master())) {
            faults.add("it is wrapped by " + row.master() + ", which is not here");
            return null;
        }
        try {
            return masters.unwrap(row.master(), row.wrapped(), boundTo(row.number()));
        } catch (IllegalStateException _) {
            faults.add("what " + row.master() + " wrapped was altered");
            return null;
        }
    }
}
