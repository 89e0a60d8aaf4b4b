package uk.earlyhelphub.query.fold;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.referral.ReferralEvent;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.personaldata.SealBinding;
import uk.earlyhelphub.platform.engine.EventCodec;
import uk.earlyhelphub.platform.engine.RecordedEvent;

/** Folds runs of events into the states of their referrals, reading and writing each state once for a run. */
public final class FoldedCases {
    private static final JsonMapper JSON = EventCodec.mapper();

    private FoldedCases() {}

    /** The states as they were stored, each with the events that are new to it. */
    public static Map<ReferralId, ReferralState> fold(String table, List<RecordedEvent> events, JdbcTemplate tables) {
        var ours = events.stream().filter(e -> e.stream().equals("Referral")).toList();
        var ids = ours.stream().map(RecordedEvent::aggregateId).distinct().toArray(String[]::new);
        var states = new LinkedHashMap<ReferralId, ReferralState>();
        if (ids.length == 0) {
            return states;
        }
        tables.query(
                "select referral_id::text, state from " + table + " where referral_id = any (?::uuid[])",
                row -> {
                    states.put(new ReferralId(row.getString(1)), read(row.getString(2)));
                },
                (Object) ids);
        for (var event : ours) {
            SealBinding.check(event);
            var id = new ReferralId(event.aggregateId());
            var state = states.getOrDefault(id, ReferralState.NONE);
            if (event.sequence() != state.version() + 1) {
                throw new IllegalStateException(
                        "Event " + event.sequence() + " of " + id + " does not follow version " + state.version());
            }
            states.put(id, state.after((ReferralEvent) event.payload()));
        }
        return states;
    }

    /** A state as it is stored. */
    public static String write(ReferralState state) {
        return JSON.writeValueAsString(state);
    }

    /** A stored state. */
    public static ReferralState read(String stored) {
        return JSON.readValue(stored, ReferralState.class);
    }
}
