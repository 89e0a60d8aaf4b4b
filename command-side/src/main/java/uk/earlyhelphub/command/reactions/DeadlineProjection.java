package uk.earlyhelphub.command.reactions;

import java.sql.Date;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.referral.Capacity;
import uk.earlyhelphub.events.referral.ConsentGiven;
import uk.earlyhelphub.events.referral.ConsentOverridden;
import uk.earlyhelphub.events.referral.ConsentReviewReached;
import uk.earlyhelphub.events.referral.DataShared;
import uk.earlyhelphub.events.referral.ReferralEvent;
import uk.earlyhelphub.events.referral.ReferralReopened;
import uk.earlyhelphub.events.referral.ReviewCause;
import uk.earlyhelphub.platform.engine.Projection;
import uk.earlyhelphub.platform.engine.RecordedEvent;

/** Keeps the days on which each referral must be looked at again. */
@Component
class DeadlineProjection implements Projection {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Override
    public String name() {
        return "deadlines";
    }

    @Override
    public List<String> tables() {
        return List.of("reactions.deadline", "reactions.coming_of_age");
    }

    @Override
    public List<String> notes() {
        return List.of("reactions.deadline_kept");
    }

    @Override
    public boolean concerns(RecordedEvent event) {
        return event.stream().equals("Referral");
    }

    @Override
    public void apply(List<RecordedEvent> events, JdbcTemplate tables) {
        for (var recorded : events) {
            if (recorded.stream().equals("Referral")) {
                apply((ReferralEvent) recorded.payload(), LocalDate.ofInstant(recorded.recordedAt(), LONDON), tables);
            }
        }
    }

    private static void apply(ReferralEvent event, LocalDate recordedOn, JdbcTemplate tables) {
        switch (event) {
            case ConsentGiven e -> {
                lookAgain(e.referralId(), e.reviewOn(), tables);
                if (e.capacity() == Capacity.PARENTAL_RESPONSIBILITY) {
                    waitForAge(e.referralId(), e.personId(), tables);
                }
            }
            case ConsentOverridden e -> lookAgain(e.referralId(), e.endsOn().plusDays(1), tables);
            case DataShared e -> lookAgain(e.referralId(), e.accessUntil().plusDays(1), tables);
            case ReferralReopened e -> {
                // While it was closed, consent may have come up for review, and a look on this very day found nothing
                // to do.
                tables.update(
                        "delete from deadline_kept where referral_id = ?::uuid and due_on = ?",
                        e.referralId().value(),
                        Date.valueOf(recordedOn));
                lookAgain(e.referralId(), recordedOn, tables);
            }
            case ConsentReviewReached e
            when e.cause() == ReviewCause.TURNED_18 ->
                tables.update(
                        "delete from coming_of_age where referral_id = ?::uuid and person_id = ?::uuid",
                        e.referralId().value(),
                        e.personId().value());
            default -> {}
        }
    }

    private static void lookAgain(ReferralId referral, LocalDate dueOn, JdbcTemplate tables) {
        tables.update(
                "insert into deadline (referral_id, due_on) values (?::uuid, ?) on conflict do nothing",
                referral.value(),
                Date.valueOf(dueOn));
    }

    private static void waitForAge(ReferralId referral, PersonId person, JdbcTemplate tables) {
        tables.update(
                "insert into coming_of_age (referral_id, person_id) values (?::uuid, ?::uuid) on conflict do nothing",
                referral.value(),
                person.value());
    }
}
