package uk.earlyhelphub.query.conflicts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.earlyhelphub.events.ids.AccessId;
import uk.earlyhelphub.events.recordaccess.ConflictKind;
import uk.earlyhelphub.events.recordaccess.ConflictNoticed;
import uk.earlyhelphub.events.recordaccess.ConflictOutcome;
import uk.earlyhelphub.events.recordaccess.ConflictReasonGiven;
import uk.earlyhelphub.events.recordaccess.ConflictReviewed;
import uk.earlyhelphub.query.fixture.AFamily;
import uk.earlyhelphub.query.fixture.ProjectionFixture;
import uk.earlyhelphub.query.fixture.ProjectionTest;

class ConflictProjectionTest extends ProjectionTest<ConflictProjection> {
    ConflictProjectionTest() {
        super(new ConflictProjection());
    }

    private static final AccessId SEARCH = new AccessId("b2000000-0000-4000-8000-000000000001");
    private static final AccessId REASON = new AccessId("b2000000-0000-4000-8000-000000000002");

    @Override
    protected void beside() {
        fixture.happened(
                SEARCH.value(), new ConflictNoticed(SEARCH, null, "search", List.of(ConflictKind.SAME_POSTCODE)));
        fixture.happened(
                REASON.value(),
                new ConflictReasonGiven(
                        REASON,
                        AFamily.REFERRAL,
                        List.of(ConflictKind.SAME_POSTCODE, ConflictKind.COLLEAGUE),
                        ProjectionFixture.sealed(
                                AFamily.LEO, ConflictReasonGiven.class, "reason", "No one else is here")));
    }

    @Test
    void it_keeps_what_was_noticed_and_the_reason_sealed() {
        beside();
        fixture.project(projection);
        assertThat(one("select referral_id is null from conflict where view = 'search'", Boolean.class))
                .isTrue();
        assertThat(one("select array_to_string(kinds, ',') from conflict where reason is not null", String.class))
                .isEqualTo("SAME_POSTCODE,COLLEAGUE");
        assertThat(one("select reason::text from conflict where reason is not null", String.class))
                .doesNotContain("No one else");
    }

    @Test
    void it_keeps_how_one_was_judged_and_leaves_the_others_open() {
        beside();
        fixture.happened(REASON.value(), new ConflictReviewed(REASON, AFamily.REFERRAL, ConflictOutcome.PROPER));
        fixture.project(projection);
        assertThat(one("select access_id::text from conflict where outcome = 'PROPER'", String.class))
                .isEqualTo(REASON.value());
        assertThat(one("select count(*) from conflict where outcome is null", Integer.class))
                .isEqualTo(1);
    }
}
