package uk.earlyhelphub.query.audittrail;

import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.events.EventTypes;
import uk.earlyhelphub.events.kernel.HubEvent;
import uk.earlyhelphub.events.kernel.PerhapsAboutReferral;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.EnvelopeKeys;
import uk.earlyhelphub.platform.engine.EventCodec;
import uk.earlyhelphub.platform.engine.Projection;
import uk.earlyhelphub.platform.engine.RecordedEvent;

/** Keeps every event in reading order, with what auditors ask by, and the case that it concerns if it concerns one. */
@Component
class AuditTrailProjection implements Projection {
    private static final String TABLE = "audit_line";
    private static final Pattern ID =
            Pattern.compile("\"([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\"");
    private final EventCodec codec;

    AuditTrailProjection(EventCodec codec) {
        this.codec = codec;
    }

    @Override
    public String name() {
        return "audittrail";
    }

    @Override
    public List<String> tables() {
        return List.of("projections." + TABLE);
    }

    @Override
    public void apply(List<RecordedEvent> events, JdbcTemplate tables) {
        tables.batchUpdate(
                "insert into " + TABLE
                        + " (epoch, tx, global_index, event_id, referral_id, stream, type, recorded_at, actor, organisation, purpose,"
                        + " correlation_id, mentions, revision, payload, envelope)"
                        + " values (?, ?, ?, ?::uuid, ?::uuid, ?, ?, ?, ?, ?, ?, ?, ?::uuid[], ?, ?::json, ?::json)",
                events.stream().map(this::row).toList());
    }

    private Object[] row(RecordedEvent event) {
        var payload = codec.write(event.payload());
        var envelope = event.envelope();
        var actor = Actor.from(envelope);
        return new Object[] {
            event.position().epoch(),
            event.position().tx(),
            event.position().index(),
            event.eventId(),
            referral(event.payload()),
            event.stream(),
            event.type(),
            event.recordedAt().atOffset(ZoneOffset.UTC),
            actor.id(),
            actor.organisation(),
            String.valueOf(envelope.get(EnvelopeKeys.PURPOSE)),
            String.valueOf(envelope.get(EnvelopeKeys.CORRELATION_ID)),
            mentions(payload),
            EventTypes.of(event.payload().getClass()).revision(),
            payload,
            codec.writeEnvelope(envelope)
        };
    }

    private static String mentions(String payload) {
        return ID.matcher(payload).results().map(m -> m.group(1)).distinct().collect(Collectors.joining(",", "{", "}"));
    }

    private static @Nullable String referral(HubEvent event) {
        var referral = event instanceof PerhapsAboutReferral about ? about.referralId() : null;
        return referral == null ? null : referral.value();
    }
}
