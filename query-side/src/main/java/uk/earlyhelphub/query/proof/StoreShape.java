package uk.earlyhelphub.query.proof;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.earlyhelphub.proof.Finding;

/** Looks whether the store's tables are as the Hub made them: whoever adds a policy, a trigger or a rule can show each reader another history. */
final class StoreShape {
    private static final String TABLES =
            "(select c.* from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'events'"
                    + " and c.relname in ('domain_event', 'epoch', 'command_receipt'))";

    private static final String QUERY = "select c.relname as place, 'row-level security is on' as what from " + TABLES
            + " c where c.relrowsecurity or c.relforcerowsecurity"
            + " union all select c.relname, 'there is a policy: ' || p.polname from " + TABLES
            + " c join pg_policy p on p.polrelid = c.oid"
            + " union all select c.relname, 'there is a trigger: ' || t.tgname from " + TABLES
            + " c join pg_trigger t on t.tgrelid = c.oid and not t.tgisinternal"
            + " union all select c.relname, 'a check of the database is switched off: ' || t.tgname from " + TABLES
            + " c join pg_trigger t on t.tgrelid = c.oid and t.tgisinternal and t.tgenabled = 'D'"
            + " union all select c.relname, 'there is a rule: ' || r.rulename from " + TABLES
            + " c join pg_rewrite r on r.ev_class = c.oid"
            + " union all select c.relname, 'it is no ordinary table of its own' from " + TABLES
            + " c where c.relkind <> 'r' or c.relhassubclass or exists (select from pg_inherits i where i.inhrelid = c.oid)"
            + " union all select 'domain_event', 'a constraint is missing: ' || k.name"
            + " from unnest(array['domain_event_order', 'domain_event_sequence', 'domain_event_epoch_fkey']) k (name)"
            + " where not exists (select from " + TABLES
            + " c join pg_constraint x on x.conrelid = c.oid where c.relname = 'domain_event' and x.conname = k.name"
            + " and x.convalidated and not x.condeferrable)";

    private final JdbcTemplate jdbc;

    StoreShape(DataSource reader) {
        this.jdbc = new JdbcTemplate(reader);
    }

    /** What is not as the Hub made it. */
    List<Finding> findings() {
        return jdbc.query(
                QUERY,
                (row, n) -> new Finding(
                        Finding.Kind.STORE_CHANGED, "table events." + row.getString("place"), row.getString("what")));
    }
}
