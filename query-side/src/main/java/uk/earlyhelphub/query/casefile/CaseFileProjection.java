package uk.earlyhelphub.query.casefile;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.platform.engine.Projection;
import uk.earlyhelphub.platform.engine.RecordedEvent;
import uk.earlyhelphub.query.fold.FoldedCases;

/** Keeps the state of each case. */
@Component
class CaseFileProjection implements Projection {
    private static final String TABLE = "case_file";

    @Override
    public String name() {
        return "casefile";
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
                        + " (referral_id, version, state) values (?::uuid, ?, ?::json) on conflict (referral_id)"
                        + " do update set version = excluded.version, state = excluded.state",
                states.entrySet().stream()
                        .map(e -> new Object[] {
                            e.getKey().value(), e.getValue().version(), FoldedCases.write(e.getValue())
                        })
                        .toList());
    }
}
