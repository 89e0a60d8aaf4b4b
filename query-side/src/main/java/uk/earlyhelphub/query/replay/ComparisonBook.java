package uk.earlyhelphub.query.replay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.platform.engine.EventCodec;
import uk.earlyhelphub.platform.engine.Replay;

/** What came of holding read models against the history, the last time for each. Shared by all processes. */
@Component
class ComparisonBook {
    private static final JsonMapper JSON = EventCodec.mapper();

    private final JdbcTemplate jdbc;

    @Autowired
    ComparisonBook(Databases databases) {
        this(databases.projector());
    }

    ComparisonBook(DataSource projector) {
        this.jdbc = new JdbcTemplate(projector);
    }

    /**
     * The last comparison of one read model.
     *
     * @param events how many events were told again for it
     * @param differing how many rows differed and have not been put right by a replay since
     * @param differences the first of them, by table and key, never by content
     */
    record Compared(String projection, Instant at, long events, long differing, List<String> differences) {
        Compared {
            differences = List.copyOf(differences);
        }
    }

    void note(String projection, Instant at, long events, Replay.Comparison comparison) {
        jdbc.update(
                "insert into projections.comparison (projection, compared_at, events, differing, differences)"
                        + " values (?, ?, ?, ?, ?::json) on conflict (projection) do update set compared_at = excluded.compared_at,"
                        + " events = excluded.events, differing = excluded.differing, differences = excluded.differences",
                projection,
                at.atOffset(ZoneOffset.UTC),
                events,
                // Digests may differ where rows do not, as when one stands there twice.
                comparison.same() ? 0 : Math.max(1, comparison.differing()),
                JSON.writeValueAsString(comparison.named()));
    }

    /** Every read model that was ever compared, by name. A replay since that found it the same, or made it so, settles it. */
    Map<String, Compared> all() {
        return jdbc.query("""
                        select c.projection, c.compared_at, c.events, c.differences,
                          case when exists (select from projections.replay r where r.projection = c.projection
                            and r.outcome in ('SAME', 'SWAPPED') and r.ended_at > c.compared_at) then 0 else c.differing end
                          as differing
                        from projections.comparison c""", (row, n) -> compared(row)).stream()
                .collect(Collectors.toMap(Compared::projection, Function.identity()));
    }

    private static Compared compared(ResultSet row) throws SQLException {
        return new Compared(
                row.getString("projection"),
                row.getObject("compared_at", OffsetDateTime.class).toInstant(),
                row.getLong("events"),
                row.getLong("differing"),
                List.of(JSON.readValue(row.getString("differences"), String[].class)));
    }

    /** Of these, the one that was compared longest ago, if that was before a given time. */
    Optional<String> due(List<String> projections, Instant before) {
        var all = all();
        return projections.stream()
                .filter(name -> !all.containsKey(name) || all.get(name).at().isBefore(before))
                .min(java.util.Comparator.comparing(
                        (String name) -> all.containsKey(name) ? all.get(name).at() : Instant.MIN));
    }
}
