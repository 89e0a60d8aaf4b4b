package uk.earlyhelphub.query.personsearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.earlyhelphub.events.kernel.HubEvent;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.ClosureReason;
import uk.earlyhelphub.events.referral.PersonLinked;
import uk.earlyhelphub.events.referral.PersonUnlinked;
import uk.earlyhelphub.events.referral.ReferralClosed;
import uk.earlyhelphub.query.fixture.AFamily;
import uk.earlyhelphub.query.fixture.ProjectionFixture;
import uk.earlyhelphub.query.fixture.ProjectionTest;

class PersonReferralProjectionTest extends ProjectionTest<PersonReferralProjection> {
    PersonReferralProjectionTest() {
        super(new PersonReferralProjection());
    }

    @Test
    void it_keeps_who_is_part_of_a_referral_and_forgets_a_recognition_that_proved_wrong() {
        new AFamily(fixture).arrives();
        fixture.project(projection);
        assertThat(fixture.tables()
                        .queryForList("select person_id::text from person_referral order by 1", String.class))
                .isEqualTo(List.of(AFamily.LEO.value(), AFamily.ORLA.value(), AFamily.UNBORN.value()));
        assertThat(one("select count(distinct reference || team) from person_referral", Integer.class))
                .isEqualTo(1);
    }

    @Test
    void a_member_of_the_household_stays_found_when_a_recognition_as_them_proves_wrong() {
        new AFamily(fixture).arrives();
        fixture.happened(
                AFamily.REFERRAL.value(),
                new PersonLinked(AFamily.REFERRAL, AFamily.LEO, AFamily.ORLA, reason(PersonLinked.class)),
                new PersonUnlinked(AFamily.REFERRAL, AFamily.LEO, AFamily.ORLA, reason(PersonUnlinked.class)));
        fixture.project(projection);
        assertThat(fixture.tables().queryForList("select person_id::text from person_referral", String.class))
                .contains(AFamily.ORLA.value());
    }

    private static ProtectedText reason(Class<? extends HubEvent> event) {
        return ProjectionFixture.sealed(AFamily.LEO, event, "reason", "They look alike.");
    }

    @Test
    void it_keeps_when_a_referral_was_closed_until_it_is_opened_again() {
        new AFamily(fixture).livesThroughAll();
        fixture.project(projection);
        assertThat(one("select closed_on is null from person_case", Boolean.class))
                .isTrue();
        fixture.happened(
                AFamily.REFERRAL.value(),
                new ReferralClosed(AFamily.REFERRAL, ClosureReason.DUPLICATE, null, LocalDate.of(2026, 11, 20)));
        fixture.project(projection);
        assertThat(one("select closed_on::text from person_case", String.class)).isEqualTo("2026-11-20");
    }

    @Test
    void it_follows_a_case_to_another_team() {
        new AFamily(fixture).arrives().belongsTo("maidenhead", "Dedworth");
        fixture.project(projection);
        assertThat(one("select string_agg(distinct team, ' ') from person_referral", String.class))
                .isEqualTo("maidenhead");
        assertThat(one("select team from person_case", String.class)).isEqualTo("maidenhead");
    }
}
