package uk.earlyhelphub.platform.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Whether the tables of the history are as the migrations made them. A trigger, a rule or a policy that somebody added would
 * change, hide or invent rows on their way, and neither those who read nor those who prove would see it; a constraint that is
 * gone lets rows in that commands would trip over.
 */
public final class StoreShape {
    private static final List<String> TABLES = List.of("domain_event", "command_receipt", "epoch");

    private static final Map<String, Map<String, String>> CONSTRAINTS = Map.of(
            "domain_event",
                    Map.of(
                            "domain_event_order", "PRIMARY KEY (epoch, tx, global_index)",
                            "domain_event_sequence", "UNIQUE (aggregate_id, sequence)",
                            "domain_event_epoch_fkey", "FOREIGN KEY (epoch) REFERENCES epoch(epoch)",
                            "domain_event_aggregate_id_check", "CHECK ((aggregate_id <> ''::text))"),
            "command_receipt", Map.of("command_receipt_pkey", "PRIMARY KEY (command_id, actor)"),
            "epoch", Map.of("epoch_pkey", "PRIMARY KEY (epoch)"));

    private static final Map<String, List<String>> NEVER_EMPTY = Map.of(
            "domain_event",
                    List.of(
                            "epoch",
                            "tx",
                            "global_index",
                            "event_id",
                            "stream",
                            "aggregate_id",
                            "sequence",
                            "type",
                            "revision",
                            "recorded_at",
                            "payload",
                            "metadata"),
            "command_receipt", List.of("command_id", "actor", "fingerprint", "versions", "recorded_at"),
            "epoch", List.of("epoch", "system_identifier", "begun_at"));

    /** What PostgreSQL gives a row by itself: {@code a} is an identity that nobody may choose. */
    private static final Map<String, Map<String, String>> GIVEN = Map.of(
            "domain_event", Map.of("tx", "pg_current_xact_id()", "global_index", "identity a"),
            "command_receipt", Map.of(),
            "epoch", Map.of("epoch", "identity a", "begun_at", "now()"));

    private static final String ADDED = """
            select c.relname || ' has the trigger ' || t.tgname
              from pg_trigger t join pg_class c on c.oid = t.tgrelid where c.oid = any (%1$s) and not t.tgisinternal
            union all select c.relname || ' does not check its references: ' || t.tgname || ' is switched off'
              from pg_trigger t join pg_class c on c.oid = t.tgrelid
              where c.oid = any (%1$s) and t.tgisinternal and t.tgenabled <> 'O'
            union all select c.relname || ' has the rule ' || r.rulename
              from pg_rewrite r join pg_class c on c.oid = r.ev_class where c.oid = any (%1$s)
            union all select c.relname || ' has the row-level policy ' || p.polname
              from pg_policy p join pg_class c on c.oid = p.polrelid where c.oid = any (%1$s)
            union all select relname || ' has row-level security'
              from pg_class where oid = any (%1$s) and (relrowsecurity or relforcerowsecurity)
            union all select relname || ' is no ordinary table that survives a crash'
              from pg_class where oid = any (%1$s) and (relkind <> 'r' or relpersistence <> 'p')
            union all select c.relname || ' shows rows of the table ' || i.inhrelid::regclass::text
              from pg_inherits i join pg_class c on c.oid = i.inhparent where c.oid = any (%1$s)
            union all select c.relname || ' belongs to the table ' || i.inhparent::regclass::text
              from pg_inherits i join pg_class c on c.oid = i.inhrelid where c.oid = any (%1$s)
            union all select 'the role ' || current_user || ' passes over constraints'
              where current_setting('session_replication_role') <> 'origin'
            order by 1""".formatted(
                    "array['events.domain_event'::regclass, 'events.command_receipt'::regclass, 'events.epoch'::regclass]::oid[]");

    private StoreShape() {}

    /**
     * What is not as the migrations made it, each in words that follow "the table"; nothing if all is.
     *
     * @param connections of any role that may read the tables; what the role itself would pass over is told too
     */
    public static List<String> strangers(DataSource connections) {
        var jdbc = new JdbcTemplate(connections);
        var found = new ArrayList<>(jdbc.queryForList(ADDED, String.class));
        TABLES.forEach(table -> missing(jdbc, table, found));
        return found;
    }

    private static void missing(JdbcTemplate jdbc, String table, List<String> found) {
        CONSTRAINTS.getOrDefault(table, Map.of()).forEach((name, definition) -> {
            var there = jdbc.queryForList(
                    "select replace(pg_get_constraintdef(oid), 'events.', '') from pg_constraint"
                            + " where conrelid = ('events.' || ?)::regclass and conname = ? and convalidated",
                    String.class,
                    table,
                    name);
            if (!there.equals(List.of(definition))) {
                found.add(table + " lacks the constraint " + name);
            }
        });
        for (var column : NEVER_EMPTY.getOrDefault(table, List.of())) {
            if (jdbc.queryForList(
                            "select 1 from pg_attribute where attrelid = ('events.' || ?)::regclass and attname = ?"
                                    + " and attnotnull and attgenerated = '' and not attisdropped",
                            Integer.class,
                            table,
                            column)
                    .isEmpty()) {
                found.add(table + " lets its column " + column + " be empty");
            }
        }
        GIVEN.getOrDefault(table, Map.of()).forEach((column, by) -> {
            var there = jdbc.queryForList("""
                    select coalesce(nullif('identity ' || attidentity::text, 'identity '), pg_get_expr(d.adbin, d.adrelid))
                    from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                    where a.attrelid = ('events.' || ?)::regclass and a.attname = ?""", String.class, table, column);
            if (!there.equals(List.of(by))) {
                found.add(table + " does not give its column " + column + " a value of its own");
            }
        });
    }
}
