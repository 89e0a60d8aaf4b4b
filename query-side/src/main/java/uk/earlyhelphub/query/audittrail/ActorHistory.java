package uk.earlyhelphub.query.audittrail;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.platform.engine.EventCodec;

/** What the trail says of one actor, for accounts of the past. Nobody is let in or shut out by it. */
@Component
public class ActorHistory {
    private final EventCodec codec;
    private final JdbcTemplate jdbc;

    ActorHistory(EventCodec codec, Databases databases) {
        this.codec = codec;
        this.jdbc = new JdbcTemplate(databases.projector());
    }

    /** In which role, and for which team, somebody acted last before an instant. Looks name no team, so commands are asked too. */
    public Optional<Actor> lastSeen(String actor, Instant before) {
        var actors = jdbc
                .queryForList(
                        "select envelope from projections.audit_line where actor = ? and recorded_at <= ? order by recorded_at desc limit 200",
                        String.class,
                        actor,
                        before.atOffset(ZoneOffset.UTC))
                .stream()
                .map(e -> Actor.from(codec.readEnvelope(e)))
                .toList();
        return actors.stream()
                .findFirst()
                .map(newest -> actors.stream()
                        .filter(a -> a.team() != null && a.role() == newest.role())
                        .findFirst()
                        .orElse(newest));
    }

    /** When somebody opened a case before an instant, the newest last. */
    public List<Instant> looks(String actor, ReferralId id, Instant before) {
        return jdbc.query(
                "select recorded_at from projections.audit_line where referral_id = ?::uuid and actor = ?"
                        + " and type = 'RecordAccess.RecordOpened' and recorded_at <= ? order by recorded_at",
                (row, n) -> row.getObject(1, OffsetDateTime.class).toInstant(),
                id.value(),
                actor,
                before.atOffset(ZoneOffset.UTC));
    }

    /**
     * Looks of one kind by one actor.
     *
     * @param type what they did, e.g. {@code RecordAccess.RecordOpened}; refused looks are here too
     */
    public record Looks(
            String name,
            String role,
            String organisation,
            String type,
            @Nullable String view,
            long times,
            Instant last) {}

    private static final String LOOKS =
            "select envelope ->> 'actorName' as name, envelope ->> 'actorRole' as role, organisation, type, payload ->> 'view' as view,"
                    + " count(*) as times, max(recorded_at) as last from projections.audit_line where referral_id = ?::uuid"
                    + " and stream = 'RecordAccess' and recorded_at > ?%s group by 1, 2, 3, 4, 5 order by last, name, view";

    /** Who looked at a case after an instant, one line for each reader and way of looking. */
    public List<Looks> looksAt(ReferralId id, Instant after) {
        return looks("", id.value(), after.atOffset(ZoneOffset.UTC));
    }

    /** As {@link #looksAt(ReferralId, Instant)}, but only looks at one of the people in it, as that person is told of them. */
    public List<Looks> looksAt(ReferralId id, Instant after, PersonId person) {
        return looks(FamilyLooks.AT_THE_PERSON, id.value(), after.atOffset(ZoneOffset.UTC), person.value());
    }

    private List<Looks> looks(String narrowed, Object... values) {
        return jdbc.query(
                LOOKS.formatted(narrowed),
                (row, n) -> new Looks(
                        row.getString("name"),
                        row.getString("role"),
                        row.getString("organisation"),
                        row.getString("type"),
                        row.getString("view"),
                        row.getLong("times"),
                        row.getObject("last", OffsetDateTime.class).toInstant()),
                values);
    }
}
