package uk.earlyhelphub.query.access;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.platform.database.Databases;

/** Knows who has a case open in an emergency right now. */
@Component
public class Emergencies {
    private final JdbcTemplate jdbc;
    private final Clock clock;

    Emergencies(Databases databases, Clock clock) {
        this.jdbc = new JdbcTemplate(databases.projector());
        this.clock = clock;
    }

    /** The one case that this actor has open in an emergency, if any. */
    public Optional<ReferralId> openFor(Actor actor) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return jdbc
                .query(
                        "select referral_id::text from projections.break_glass where actor = ? and until > ? and used_at < ? order by until desc limit 1",
                        (row, n) -> new ReferralId(row.getString(1)),
                        actor.id(),
                        now,
                        // The clocks of two processes differ a little.
                        now.plusMinutes(1))
                .stream()
                .findFirst();
    }
}
