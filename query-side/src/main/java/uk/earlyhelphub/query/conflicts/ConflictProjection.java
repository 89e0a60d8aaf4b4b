package uk.earlyhelphub.query.conflicts;

import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import uk.earlyhelphub.events.ids.AccessId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.recordaccess.ConflictKind;
import uk.earlyhelphub.events.recordaccess.ConflictNoticed;
import uk.earlyhelphub.events.recordaccess.ConflictReasonGiven;
import uk.earlyhelphub.events.recordaccess.ConflictReviewed;
import uk.earlyhelphub.platform.engine.EventCodec;
import uk.earlyhelphub.platform.engine.Projection;
import uk.earlyhelphub.platform.engine.RecordedEvent;

/** Keeps every conflict that was noticed, the reason that was given, and how it was judged. */
@Component
class ConflictProjection implements Projection {
    private static final JsonMapper JSON = EventCodec.mapper();

    @Override
    public String name() {
        return "conflicts";
    }

    @Override
    public List<String> tables() {
        return List.of("projections.conflict");
    }

    @Override
    public boolean concerns(RecordedEvent event) {
        return event.type().startsWith("RecordAccess.Conflict");
    }

    @Override
    public void apply(List<RecordedEvent> events, JdbcTemplate tables) {
        for (var event : events) {
            switch (event.payload()) {
                case ConflictNoticed e -> add(event, e.accessId(), e.referralId(), e.view(), e.kinds(), null, tables);
                case ConflictReasonGiven e ->
                    add(
                            event,
                            e.accessId(),
                            e.referralId(),
                            "reason",
                            e.kinds(),
                            JSON.writeValueAsString(e.reason()),
                            tables);
                case ConflictReviewed e ->
                    tables.update(
                            "update conflict set outcome = ?, reviewed_at = ? where access_id = ?::uuid",
                            e.outcome().name(),
                            event.recordedAt().atOffset(ZoneOffset.UTC),
                            e.accessId().value());
                default -> {}
            }
        }
    }

    private static void add(
            RecordedEvent event,
            AccessId id,
            @Nullable ReferralId referral,
            String view,
            List<ConflictKind> kinds,
            @Nullable String reason,
            JdbcTemplate tables) {
        var actor = Actor.from(event.envelope());
        tables.update(
                "insert into conflict (access_id, referral_id, view, kinds, actor, actor_name, role, organisation, at, reason)"
                        + " values (?::uuid, ?::uuid, ?, ?, ?, ?, ?, ?, ?, ?::json)",
                id.value(),
                referral == null ? null : referral.value(),
                view,
                kinds.stream().map(Enum::name).toArray(String[]::new),
                actor.id(),
                actor.name(),
                actor.role().name(),
                actor.organisation(),
                event.recordedAt().atOffset(ZoneOffset.UTC),
                reason);
    }
}
