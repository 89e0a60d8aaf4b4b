package uk.earlyhelphub.platform.engine;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.earlyhelphub.events.EventTypes.EventType;

/** What is on the books about the projections of every process over one database, for those who decide something about them. */
public final class ProjectionsOnRecord {
    private final JdbcTemplate jdbc;

    /** @param projector the data source of the read models, positions and dead letters */
    public ProjectionsOnRecord(DataSource projector) {
        this.jdbc = new JdbcTemplate(projector);
    }

    /** How many events of an aggregate a projection holds. */
    public long held(String projection, String aggregateId) {
        var count = jdbc.queryForObject(
                "select count(*) from projections.dead_letter where projection = ? and aggregate_id = ?",
                Long.class,
                projection,
                aggregateId);
        return count == null ? 0 : count;
    }

    /** Has no alarm raised any more over what a projection held of an aggregate at an instant; it can still be tried again. */
    public void setAside(String projection, String aggregateId, Instant at) {
        jdbc.update(
                "update projections.dead_letter set set_aside = true where projection = ? and aggregate_id = ? and not set_aside"
                        + " and parked_at <= ?",
                projection,
                aggregateId,
                at.atOffset(ZoneOffset.UTC));
    }

    /** Has it known which types of events this release can read, up to which revision; before any process of it writes one. */
    public void canRead(Stream<EventType> types) {
        types.forEach(type -> jdbc.update(
                "insert into projections.known_event_type as known (type, revision) values (?, ?) on conflict (type)"
                        + " do update set revision = excluded.revision where known.revision < excluded.revision",
                type.name(),
                type.revision()));
    }

    /** Has it known that some process can make these projections again. */
    public void canReplay(Set<String> names) {
        names.forEach(name ->
                jdbc.update("insert into projections.replayable (projection) values (?) on conflict do nothing", name));
    }

    /** The projections that some process can make again. */
    public Set<String> replayable() {
        return new TreeSet<>(jdbc.queryForList("select projection from projections.replayable", String.class));
    }
}
