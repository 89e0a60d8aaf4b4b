package uk.earlyhelphub.query.access;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.referral.Agency;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.platform.database.Databases;

/** Knows which members of a Hub meeting, of whatever organisation, prepare a case for it. */
@Component
class Memberships {
    private final JdbcTemplate jdbc;

    Memberships(Databases databases) {
        this.jdbc = new JdbcTemplate(databases.projector());
    }

    /**
     * Whether this actor is called to a meeting that is still to be held, with this case on its published agenda. An agency
     * that the family does not want to see the case is not let in by a seat at the table.
     */
    boolean prepares(Actor actor, ReferralId referral, ReferralState state) {
        if (actor.role() == Role.ADMINISTRATOR || actor.role() == Role.FAMILY || excluded(actor, state)) {
            return false;
        }
        var seats = jdbc.queryForObject(
                "select count(*) from projections.hub_agenda_item i join projections.hub_meeting m using (meeting_id)"
                        + " where i.referral_id = ?::uuid and i.removed is null and m.published and not m.held and not m.cancelled"
                        + " and m.scheduled::jsonb -> 'members' @> jsonb_build_array(jsonb_build_object('memberId', ?::text))",
                Integer.class,
                referral.value(),
                actor.id());
        return seats != null && seats > 0;
    }

    private static boolean excluded(Actor actor, ReferralState state) {
        return state.intake().arrival().excludedAgencies().stream()
                .map(Agency::name)
                .anyMatch(actor.organisation()::equals);
    }
}
