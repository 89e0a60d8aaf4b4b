package uk.earlyhelphub.query.sharingregister;

import java.sql.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import uk.earlyhelphub.events.referral.DataShared;
import uk.earlyhelphub.events.referral.PartnerAccessEnded;
import uk.earlyhelphub.events.referral.RecallAcknowledged;
import uk.earlyhelphub.events.referral.ReferralCorrected;
import uk.earlyhelphub.events.referral.ReferralReceived;
import uk.earlyhelphub.events.referral.SharingRecalled;
import uk.earlyhelphub.platform.engine.EventCodec;
import uk.earlyhelphub.platform.engine.Projection;
import uk.earlyhelphub.platform.engine.RecordedEvent;

/** Keeps who received what. It finds what may be read; whether it may is decided on the case itself. */
@Component
class SharingRegisterProjection implements Projection {
    private static final JsonMapper JSON = EventCodec.mapper();

    @Override
    public String name() {
        return "sharingregister";
    }

    @Override
    public List<String> tables() {
        return List.of("projections.sharing", "projections.sharing_team");
    }

    @Override
    public boolean concerns(RecordedEvent event) {
        return event.stream().equals("Referral");
    }

    @Override
    public void apply(List<RecordedEvent> events, JdbcTemplate tables) {
        for (var event : events) {
            switch (event.payload()) {
                case ReferralReceived e ->
                    tables.update(
                            "insert into sharing_team (referral_id, team) values (?::uuid, ?)",
                            e.referralId().value(),
                            e.team());
                case ReferralCorrected e -> movedTo(e.team(), e.referralId().value(), tables);
                case DataShared e -> shared(e, tables);
                case PartnerAccessEnded e -> {
                    tables.update(
                            "update sharing set ended_on = ?, ended = ?::json where sharing_id = ?::uuid",
                            Date.valueOf(e.endedOn()),
                            JSON.writeValueAsString(e),
                            e.sharingId().value());
                }
                case SharingRecalled e -> note("recalled", e.sharingId().value(), e, tables);
                case RecallAcknowledged e -> note("acknowledged", e.sharingId().value(), e, tables);
                default -> {}
            }
        }
    }

    private static void movedTo(@Nullable String team, String referral, JdbcTemplate tables) {
        if (team != null) {
            tables.update("update sharing_team set team = ? where referral_id = ?::uuid", team, referral);
            tables.update("update sharing set team = ? where referral_id = ?::uuid", team, referral);
        }
    }

    private static void shared(DataShared data, JdbcTemplate tables) {
        var known = tables.update(
                "insert into sharing (sharing_id, referral_id, recipient, team, shared_on, access_until, shared)"
                        + " select ?::uuid, referral_id, ?, team, ?, ?, ?::json from sharing_team where referral_id = ?::uuid",
                data.sharingId().value(),
                data.recipient().name(),
                Date.valueOf(data.sharedOn()),
                Date.valueOf(data.accessUntil()),
                JSON.writeValueAsString(data),
                data.referralId().value());
        if (known != 1) {
            throw new IllegalStateException("Something was shared of a case that never came");
        }
    }

    private static void note(String column, String sharing, Object event, JdbcTemplate tables) {
        tables.update(
                "update sharing set " + column + " = ?::json where sharing_id = ?::uuid",
                JSON.writeValueAsString(event),
                sharing);
    }
}
