package uk.earlyhelphub.query.access;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.platform.database.Databases;

/** Knows who declared an interest in a case and so may not open it. */
@Component
public class Interests {
    private final JdbcTemplate jdbc;

    Interests(Databases databases) {
        this.jdbc = new JdbcTemplate(databases.projector());
    }

    /** Whether this actor is barred from this case. */
    public boolean bar(Actor actor, ReferralId referral) {
        var declared = jdbc.queryForObject(
                "select count(*) from projections.hub_interest where referral_id = ?::uuid and member = ?",
                Integer.class,
                referral.value(),
                actor.id());
        return declared != null && declared > 0;
    }
}
