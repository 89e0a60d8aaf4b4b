package uk.earlyhelphub.query.breakglass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import uk.earlyhelphub.events.ids.AccessId;
import uk.earlyhelphub.events.recordaccess.BreakGlassOutcome;
import uk.earlyhelphub.events.recordaccess.BreakGlassReviewed;
import uk.earlyhelphub.events.recordaccess.BreakGlassUsed;
import uk.earlyhelphub.query.fixture.AFamily;
import uk.earlyhelphub.query.fixture.ProjectionFixture;
import uk.earlyhelphub.query.fixture.ProjectionTest;

class BreakGlassProjectionTest extends ProjectionTest<BreakGlassProjection> {
    BreakGlassProjectionTest() {
        super(new BreakGlassProjection());
    }

    private static final AccessId OPENING = new AccessId("b2000000-0000-4000-8000-000000000001");

    @Override
    protected void beside() {
        fixture.happened(
                OPENING.value(),
                new BreakGlassUsed(
                        OPENING,
                        AFamily.REFERRAL,
                        ProjectionFixture.sealed(AFamily.LEO, BreakGlassUsed.class, "reason", "Found alone"),
                        30));
    }

    @Test
    void it_keeps_who_opened_a_case_until_when_and_how_that_was_judged() {
        beside();
        fixture.project(projection);
        assertThat(one(
                        "select actor || ' ' || role || ' ' || extract(epoch from until - used_at)::int || ' ' || (outcome is null)"
                                + " from break_glass",
                        String.class))
                .isEqualTo("amy CASEWORKER 1800 true");
        fixture.happened(
                OPENING.value(),
                new BreakGlassReviewed(
                        OPENING,
                        AFamily.REFERRAL,
                        BreakGlassOutcome.JUSTIFIED,
                        ProjectionFixture.sealed(AFamily.LEO, BreakGlassReviewed.class, "note", "The police confirm")));
        fixture.project(projection);
        assertThat(one("select outcome || ' ' || (reviewed_at is not null) from break_glass", String.class))
                .isEqualTo("JUSTIFIED true");
    }

    @Test
    void its_reason_stays_sealed_and_one_opening_is_one_row() {
        beside();
        fixture.project(projection);
        assertThat(one("select used::text from break_glass", String.class))
                .contains("sealedFor")
                .doesNotContain("Found alone");
        assertThatThrownBy(() -> fixture.apply(projection, fixture.history()))
                .isInstanceOf(DuplicateKeyException.class);
    }
}
