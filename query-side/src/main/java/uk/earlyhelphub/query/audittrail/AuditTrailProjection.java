package uk.earlyhelphub.query.audittrail;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.events.HubEvent;
import uk.earlyhelphub.events.hubmeeting.InterestDeclared;
import uk.earlyhelphub.events.recordaccess.BreakGlassReviewed;
import uk.earlyhelphub.events.recordaccess.BreakGlassUsed;
import uk.earlyhelphub.events.recordaccess.ExportDelivered;
import uk.earlyhelphub.events.recordaccess.RecordExported;
import uk.earlyhelphub.events.recordaccess.RecordOpened;
import uk.earlyhelphub.events.recordaccess.RecordRefused;
import uk.earlyhelphub.events.referral.ReferralEvent;
import uk.earlyhelphub.events.referral.ReferralId;
import uk.earlyhelphub.platform.engine.EventCodec;
import uk.earlyhelphub.platform.engine.Projection;
import uk.earlyhelphub.platform.engine.RecordedEvent;

/** Keeps every event that concerns a case, looks at it included, in reading order. */
@Component
class AuditTrailProjection implements Projection {
    private static final String TABLE = "audit_line";
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
    public boolean concerns(RecordedEvent event) {
        return !event.stream().equals("ServiceOffer");
    }

    @Override
    public void apply(List<RecordedEvent> events, JdbcTemplate tables) {
        var rows = new ArrayList<Object[]>();
        for (var event : events) {
            referral(event.payload())
                    .ifPresent(id -> rows.add(new Object[] {
                        event.position().epoch(),
                        event.position().tx(),
                        event.position().index(),
                        event.eventId(),
                        id.value(),
                        event.type(),
                        event.recordedAt().atOffset(ZoneOffset.UTC),
                        codec.write(event.payload()),
                        codec.writeEnvelope(event.envelope())
                    }));
        }
        tables.batchUpdate(
                "insert into " + TABLE
                        + " (epoch, tx, global_index, event_id, referral_id, type, recorded_at, payload, envelope)"
                        + " values (?, ?, ?, ?::uuid, ?::uuid, ?, ?, ?::json, ?::json)",
                rows);
    }

    private static Optional<ReferralId> referral(HubEvent event) {
        return switch (event) {
            case ReferralEvent e -> Optional.of(e.referralId());
            case RecordOpened e -> Optional.of(e.referralId());
            case RecordExported e -> Optional.ofNullable(e.referralId());
            case ExportDelivered e -> Optional.ofNullable(e.referralId());
            case BreakGlassUsed e -> Optional.of(e.referralId());
            case BreakGlassReviewed e -> Optional.of(e.referralId());
            case RecordRefused e -> Optional.ofNullable(e.referralId());
            case InterestDeclared e -> Optional.of(e.referralId());
            default -> Optional.empty();
        };
    }
}
