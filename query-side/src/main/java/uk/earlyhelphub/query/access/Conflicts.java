package uk.earlyhelphub.query.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.recordaccess.ConflictKind;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.personaldata.Colleagues;
import uk.earlyhelphub.platform.database.Databases;

/** Knows whether a reader seems to be close to somebody in a record, and whether they have said why they look all the same. */
@Component
public class Conflicts {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Colleagues colleagues;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    Conflicts(Colleagues colleagues, Databases databases, Clock clock) {
        this.colleagues = colleagues;
        this.jdbc = new JdbcTemplate(databases.projector());
        this.clock = clock;
    }

    /** In which ways the actor seems to be close to anybody in the case. */
    public List<ConflictKind> in(Actor actor, ReferralState state) {
        return among(
                actor,
                state.household().people().stream().map(p -> p.personId()).toList());
    }

    /** In which ways the actor seems to be close to any of these people. */
    public List<ConflictKind> among(Actor actor, List<PersonId> people) {
        return List.copyOf(colleagues.conflicts(actor.id(), people));
    }

    /** Whether a reason can open the record at all. */
    public static boolean canBeAnswered(List<ConflictKind> kinds) {
        return kinds.stream().noneMatch(ConflictKind::barsForGood);
    }

    /** Whether the actor gave a reason for this case today. */
    boolean answeredToday(Actor actor, ReferralId referral) {
        var midnight = LocalDate.ofInstant(clock.instant(), LONDON)
                .atStartOfDay(LONDON)
                .toInstant();
        var given = jdbc.queryForObject(
                "select count(*) from projections.conflict where actor = ? and referral_id = ?::uuid and reason is not null and at >= ?",
                Long.class,
                actor.id(),
                referral.value(),
                midnight.atOffset(ZoneOffset.UTC));
        return given != null && given > 0;
    }
}
