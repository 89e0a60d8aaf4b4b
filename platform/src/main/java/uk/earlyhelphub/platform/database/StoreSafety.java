package uk.earlyhelphub.platform.database;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.earlyhelphub.platform.start.StartRefused;

/** Looks, before anything is served, whether the store keeps what it is given and lets nobody take it back. */
public final class StoreSafety {
    private static final List<String> ON = List.of("fsync", "full_page_writes");
    private static final List<String> HISTORY = List.of(
            "events.domain_event",
            "events.command_receipt",
            "events.epoch",
            "events.code_key",
            "events.earlier_code",
            "events.earlier_receipt_code");
    private static final List<String> TAKING_BACK = List.of("UPDATE", "DELETE", "TRUNCATE");

    private StoreSafety() {}

    /**
     * Throws {@link StartRefused} with all that is wrong.
     *
     * @param writer connections in the role that adds events
     * @param reader connections in the role that reads them
     */
    public static void require(DataSource writer, DataSource reader) {
        var faults = new ArrayList<String>();
        var jdbc = new JdbcTemplate(writer);
        for (var setting : ON) {
            if (!"on".equals(setting(jdbc, setting))) {
                faults.add("PostgreSQL runs with " + setting + " off: a power cut could lose what was answered for");
            }
        }
        if ("off".equals(setting(jdbc, "synchronous_commit"))) {
            faults.add("PostgreSQL runs with synchronous_commit off: a crash could lose what was answered for");
        }
        role(jdbc, TAKING_BACK, faults);
        role(new JdbcTemplate(reader), List.of("INSERT", "UPDATE", "DELETE", "TRUNCATE"), faults);
        shape(writer, reader, faults);
        if (!faults.isEmpty()) {
            throw new StartRefused(
                    "The store is not safe to use. " + String.join(". ", faults) + ".",
                    "Mend that, and start again: docs/runbooks/alerts.md.");
        }
    }

    private static void shape(DataSource writer, DataSource reader, List<String> faults) {
        var strangers = new LinkedHashSet<>(StoreShape.strangers(writer));
        strangers.addAll(StoreShape.strangers(reader));
        if (!strangers.isEmpty()) {
            faults.add("The tables of the history are not as this release made them: " + String.join("; ", strangers)
                    + ". Find out who did that, for rows may have been changed or hidden");
        }
    }

    private static String setting(JdbcTemplate jdbc, String name) {
        return String.valueOf(jdbc.queryForObject("select current_setting(?)", String.class, name));
    }

    private static void role(JdbcTemplate jdbc, List<String> forbidden, List<String> faults) {
        var role = jdbc.queryForObject("select current_user", String.class);
        if (Boolean.TRUE.equals(
                jdbc.queryForObject("select rolsuper from pg_roles where rolname = current_user", Boolean.class))) {
            faults.add("The role " + role + " is a superuser, who can change history");
        }
        for (var table : HISTORY) {
            for (var right : forbidden) {
                if (Boolean.TRUE.equals(
                        jdbc.queryForObject("select has_table_privilege(?, ?)", Boolean.class, table, right))) {
                    faults.add("The role " + role + " may " + right + " " + table);
                }
            }
        }
    }
}
