package uk.earlyhelphub.platform.database;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.earlyhelphub.platform.start.StartRefused;

/**
 * Refuses to start over an epoch that no start of a Hub began. A history that comes from another cluster comes as a whole, in
 * transactions of this one; so where rows stand that this cluster wrote and nobody has touched since, none has come.
 */
final class StrangeEpochs {
    private static final String NOT_A_CLUSTER = """
            select 'epoch ' || epoch || ' is said to be of a cluster that cannot be' from events.epoch
            where system_identifier !~ '^[0-9]{1,20}$'
            union all select 'epoch ' || epoch || ' was begun by the cluster that wrote in the one before it'
            from (select epoch, system_identifier,
                    lag(system_identifier) over (order by epoch) as before from events.epoch) e
            where before = system_identifier""";

    /** Transaction ids in a row's header have 32 bits; the row's own column has all 64. */
    private static final String BY_HAND = """
            select 'epoch ' || e.epoch || ' is said to be of another cluster, and no history was restored into this one'
            from events.epoch e
            where e.epoch > (select max(epoch) from events.epoch
                where system_identifier = (select system_identifier::text from pg_control_system()))
              and exists (select from events.domain_event d join events.epoch ours on ours.epoch = d.epoch
                where ours.system_identifier = (select system_identifier::text from pg_control_system())
                  and d.epoch < e.epoch
                  and d.xmin::text::bigint = d.tx::text::numeric % 4294967296)""";

    private StrangeEpochs() {}

    /** Throws {@link StartRefused}, naming it, if there is one. */
    static void refuse(JdbcTemplate owner) {
        var found = owner.queryForList(NOT_A_CLUSTER + " union all " + BY_HAND, String.class);
        if (!found.isEmpty()) {
            throw new StartRefused(
                    "The history holds an epoch that no Hub began: " + String.join("; ", List.copyOf(found)) + ".",
                    "Whoever owns the database put it there by hand. Delete nothing, keep a copy, and find out who it was:"
                            + " docs/runbooks/proof.md.");
        }
    }
}
