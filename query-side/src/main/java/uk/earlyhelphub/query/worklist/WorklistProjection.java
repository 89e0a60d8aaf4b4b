package uk.earlyhelphub.query.worklist;

import java.sql.Date;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.platform.engine.Projection;
import uk.earlyhelphub.platform.engine.RecordedEvent;
import uk.earlyhelphub.query.fold.FoldedCases;

/** Keeps the queue. */
@Component
class WorklistProjection implements Projection {
    private static final String TABLE = "worklist";

    @Override
    public String name() {
        return "worklist";
    }

    @Override
    public List<String> tables() {
        return List.of("projections." + TABLE);
    }

    @Override
    public boolean concerns(RecordedEvent event) {
        return event.stream().equals("Referral");
    }

    @Override
    public void apply(List<RecordedEvent> events, JdbcTemplate tables) {
        var states = FoldedCases.fold(TABLE, events, tables);
        tables.batchUpdate(
                "insert into " + TABLE
                        + " (referral_id, version, state, reference, team, area, received_on, closed)"
                        + " values (?::uuid, ?, ?::json, ?, ?, ?, ?, ?) on conflict (referral_id) do update set"
                        + " version = excluded.version, state = excluded.state, closed = excluded.closed",
                states.entrySet().stream()
                        .map(e -> row(e.getKey(), e.getValue()))
                        .toList());
    }

    private static Object[] row(ReferralId id, ReferralState state) {
        var arrival = state.intake().arrival();
        return new Object[] {
            id.value(),
            state.version(),
            FoldedCases.write(state),
            arrival.reference(),
            arrival.team(),
            arrival.area(),
            Date.valueOf(arrival.receivedOn()),
            state.ending().closed() != null
        };
    }
}
