package uk.earlyhelphub.query.worklist;

import java.sql.Date;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.referral.ReferralClosed;
import uk.earlyhelphub.events.referral.ReferralCorrected;
import uk.earlyhelphub.events.referral.ReferralReceived;
import uk.earlyhelphub.events.referral.ReferralReopened;
import uk.earlyhelphub.platform.engine.Projection;
import uk.earlyhelphub.platform.engine.RecordedEvent;

/** Keeps the queue: which cases stand in it. How they stand, their own events say. */
@Component
class WorklistProjection implements Projection {
    @Override
    public String name() {
        return "worklist";
    }

    @Override
    public List<String> tables() {
        return List.of("projections.worklist");
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
                            "insert into worklist (referral_id, team, area, received_on, closed) values (?::uuid, ?, ?, ?, false)",
                            e.referralId().value(),
                            e.team(),
                            e.area(),
                            Date.valueOf(e.receivedOn()));
                case ReferralCorrected e ->
                    tables.update(
                            "update worklist set team = coalesce(?, team), area = coalesce(?, area) where referral_id = ?::uuid",
                            e.team(),
                            e.area(),
                            e.referralId().value());
                case ReferralClosed e -> closed(e.referralId(), true, tables);
                case ReferralReopened e -> closed(e.referralId(), false, tables);
                default -> {}
            }
        }
    }

    private static void closed(ReferralId id, boolean closed, JdbcTemplate tables) {
        var known = tables.update("update worklist set closed = ? where referral_id = ?::uuid", closed, id.value());
        if (known != 1) {
            throw new IllegalStateException("This case never came into the queue");
        }
    }
}
