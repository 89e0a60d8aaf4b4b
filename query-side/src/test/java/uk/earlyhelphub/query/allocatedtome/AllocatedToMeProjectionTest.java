package uk.earlyhelphub.query.allocatedtome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import uk.earlyhelphub.query.fixture.AFamily;
import uk.earlyhelphub.query.fixture.ProjectionTest;

class AllocatedToMeProjectionTest extends ProjectionTest<AllocatedToMeProjection> {
    AllocatedToMeProjectionTest() {
        super(new AllocatedToMeProjection());
    }

    @Test
    void it_keeps_what_was_offered_to_whom_and_nobody_s_name() {
        new AFamily(fixture).arrives().consents().isDiscussed().isHelped();
        fixture.project(projection);
        assertThat(fixture.tables()
                        .queryForList(
                                "select provider || ' ' || allocated_on from allocation where referral_id = ?::uuid",
                                String.class,
                                AFamily.REFERRAL.value()))
                .hasSize(2)
                .allMatch(row -> row.matches("\\S+ 2026-11-1[01]"));
    }

    @Test
    void the_same_again_is_refused() {
        new AFamily(fixture).arrives().consents().isDiscussed().isHelped();
        fixture.project(projection);
        assertThatThrownBy(() -> fixture.apply(projection, fixture.history()))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(one("select count(*) from allocation", Long.class)).isEqualTo(2);
    }
}
