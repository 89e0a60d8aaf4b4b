package uk.earlyhelphub.model.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import uk.earlyhelphub.events.ids.AccessId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.recordaccess.BreakGlassOutcome;
import uk.earlyhelphub.events.recordaccess.BreakGlassReviewed;
import uk.earlyhelphub.events.recordaccess.BreakGlassUsed;
import uk.earlyhelphub.model.emergency.Emergencies.Obstacle;

class EmergenciesTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final ReferralId ONE = new ReferralId(id(1));
    private static final ReferralId OTHER = new ReferralId(id(2));
    private static final ProtectedText TEXT =
            new ProtectedText(new PersonId(id(9)), "1", "BreakGlassUsed/reason/c1", "AA");

    private static String id(int n) {
        return "00000000-0000-4000-8000-%012d".formatted(n);
    }

    private static Emergencies used(Emergencies before, int n, ReferralId referral, int minutes, Instant at) {
        return before.after(new BreakGlassUsed(new AccessId(id(100 + n)), referral, TEXT, minutes), "tom", at);
    }

    /** So many openings of one minute each, one an hour, the last of them an hour ago. */
    private static Emergencies hourly(int count) {
        var all = Emergencies.NONE;
        for (var n = count; n > 0; n--) {
            all = used(all, n, ONE, 1, NOW.minus(Duration.ofHours(n)));
        }
        return all;
    }

    @Test
    void one_case_at_a_time_and_not_again_while_it_is_open() {
        var open = used(Emergencies.NONE, 1, ONE, 30, NOW);
        assertThat(Emergencies.NONE.obstacle(ONE, NOW)).isEmpty();
        assertThat(open.obstacle(OTHER, NOW)).contains(Obstacle.ANOTHER_IS_OPEN);
        assertThat(open.obstacle(ONE, NOW.plusSeconds(60))).contains(Obstacle.OPEN_ALREADY);
        assertThat(open.obstacle(ONE, NOW.plus(Duration.ofMinutes(30)))).isEmpty();
        assertThat(open.obstacle(OTHER, NOW.plus(Duration.ofMinutes(30)))).isEmpty();
    }

    @Test
    void a_clock_a_little_behind_the_one_that_stamped_it_does_not_open_a_second_case() {
        var open = used(Emergencies.NONE, 1, ONE, 30, NOW.plusSeconds(30));
        assertThat(open.obstacle(OTHER, NOW)).contains(Obstacle.ANOTHER_IS_OPEN);
    }

    @Test
    void after_four_in_a_day_that_nobody_reviewed_somebody_has_to() {
        assertThat(hourly(3).obstacle(OTHER, NOW)).isEmpty();
        assertThat(hourly(4).obstacle(OTHER, NOW)).contains(Obstacle.NEEDS_REVIEW);
        var reviewed = hourly(4)
                .after(
                        new BreakGlassReviewed(new AccessId(id(102)), ONE, BreakGlassOutcome.JUSTIFIED, TEXT),
                        "dora",
                        NOW.minusSeconds(5));
        assertThat(reviewed.obstacle(OTHER, NOW)).isEmpty();
        assertThat(reviewed.find(new AccessId(id(102))))
                .hasValueSatisfying(o -> assertThat(o.reviewed()).isTrue());
    }

    @Test
    void what_is_more_than_a_day_ago_does_not_count() {
        assertThat(hourly(4).obstacle(OTHER, NOW.plus(Duration.ofHours(20)))).isEmpty();
    }
}
