package uk.earlyhelphub.query.breakglass;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.recordaccess.BreakGlassRefused;
import uk.earlyhelphub.events.recordaccess.BreakGlassReviewed;
import uk.earlyhelphub.events.recordaccess.BreakGlassUsed;
import uk.earlyhelphub.platform.engine.EventCodec;
import uk.earlyhelphub.platform.engine.Projection;
import uk.earlyhelphub.platform.engine.RecordedEvent;

/** Keeps every emergency opening and its review, and what was refused. */
@Component
class BreakGlassProjection implements Projection {
    private static final JsonMapper JSON = EventCodec.mapper();

    @Override
    public String name() {
        return "breakglass";
    }

    @Override
    public List<String> tables() {
        return List.of("projections.break_glass", "projections.break_glass_refusal");
    }

    @Override
    public boolean concerns(RecordedEvent event) {
        return event.type().startsWith("RecordAccess.BreakGlass");
    }

    @Override
    public void apply(List<RecordedEvent> events, JdbcTemplate tables) {
        for (var event : events) {
            switch (event.payload()) {
                case BreakGlassUsed e -> used(event, e, tables);
                case BreakGlassReviewed e ->
                    tables.update(
                            "update break_glass set outcome = ?, reviewed_at = ? where access_id = ?::uuid",
                            e.outcome().name(),
                            event.recordedAt().atOffset(ZoneOffset.UTC),
                            e.accessId().value());
                case BreakGlassRefused e -> refused(event, e, tables);
                default -> {}
            }
        }
    }

    private static void refused(RecordedEvent event, BreakGlassRefused refused, JdbcTemplate tables) {
        var actor = Actor.from(event.envelope());
        tables.update(
                "insert into break_glass_refusal (access_id, referral_id, actor, actor_name, role, organisation, at, rule)"
                        + " values (?::uuid, ?::uuid, ?, ?, ?, ?, ?, ?)",
                refused.accessId().value(),
                refused.referralId().value(),
                actor.id(),
                actor.name(),
                actor.role().name(),
                actor.organisation(),
                event.recordedAt().atOffset(ZoneOffset.UTC),
                refused.rule());
    }

    private static void used(RecordedEvent event, BreakGlassUsed used, JdbcTemplate tables) {
        var actor = Actor.from(event.envelope());
        tables.update(
                "insert into break_glass (access_id, referral_id, actor, actor_name, role, organisation, used_at, until, used)"
                        + " values (?::uuid, ?::uuid, ?, ?, ?, ?, ?, ?, ?::json)",
                used.accessId().value(),
                used.referralId().value(),
                actor.id(),
                actor.name(),
                actor.role().name(),
                actor.organisation(),
                event.recordedAt().atOffset(ZoneOffset.UTC),
                event.recordedAt().plus(Duration.ofMinutes(used.minutes())).atOffset(ZoneOffset.UTC),
                JSON.writeValueAsString(used));
    }
}
