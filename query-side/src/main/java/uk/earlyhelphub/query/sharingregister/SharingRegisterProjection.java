package uk.earlyhelphub.query.sharingregister;

import java.sql.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import uk.earlyhelphub.model.referral.Sharings.Sharing;
import uk.earlyhelphub.platform.engine.EventCodec;
import uk.earlyhelphub.platform.engine.Projection;
import uk.earlyhelphub.platform.engine.RecordedEvent;
import uk.earlyhelphub.query.fold.FoldedCases;

/** Keeps who received what. */
@Component
class SharingRegisterProjection implements Projection {
    private static final String CASES = "sharing_case";
    private static final JsonMapper JSON = EventCodec.mapper();

    @Override
    public String name() {
        return "sharingregister";
    }

    @Override
    public List<String> tables() {
        return List.of("projections.sharing", "projections." + CASES);
    }

    @Override
    public boolean concerns(RecordedEvent event) {
        return event.stream().equals("Referral");
    }

    @Override
    public void apply(List<RecordedEvent> events, JdbcTemplate tables) {
        var states = FoldedCases.fold(CASES, events, tables);
        states.forEach((id, state) -> {
            tables.update(
                    "insert into " + CASES
                            + " (referral_id, version, state) values (?::uuid, ?, ?::json) on conflict (referral_id)"
                            + " do update set version = excluded.version, state = excluded.state",
                    id.value(),
                    state.version(),
                    FoldedCases.write(state));
            state.sharings()
                    .shared()
                    .forEach(s -> put(s, state.intake().arrival().team(), tables));
        });
    }

    private static void put(Sharing sharing, String team, JdbcTemplate tables) {
        var data = sharing.data();
        var ended = sharing.ended();
        tables.update(
                "insert into sharing (sharing_id, referral_id, recipient, team, shared_on, access_until, ended_on, shared, ended, recalled, acknowledged)"
                        + " values (?::uuid, ?::uuid, ?, ?, ?, ?, ?, ?::json, ?::json, ?::json, ?::json) on conflict (sharing_id) do update set"
                        + " ended_on = excluded.ended_on, ended = excluded.ended, recalled = excluded.recalled, acknowledged = excluded.acknowledged",
                data.sharingId().value(),
                data.referralId().value(),
                data.recipient().name(),
                team,
                Date.valueOf(data.sharedOn()),
                Date.valueOf(data.accessUntil()),
                ended == null ? null : Date.valueOf(ended.endedOn()),
                JSON.writeValueAsString(data),
                json(ended),
                json(sharing.recalled()),
                json(sharing.acknowledged()));
    }

    private static @Nullable String json(@Nullable Object event) {
        return event == null ? null : JSON.writeValueAsString(event);
    }
}
