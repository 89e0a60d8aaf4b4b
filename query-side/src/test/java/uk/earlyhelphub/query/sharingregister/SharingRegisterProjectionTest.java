package uk.earlyhelphub.query.sharingregister;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import uk.earlyhelphub.events.referral.DataShared;
import uk.earlyhelphub.query.fixture.AFamily;
import uk.earlyhelphub.query.fixture.ProjectionTest;

class SharingRegisterProjectionTest extends ProjectionTest<SharingRegisterProjection> {
    SharingRegisterProjectionTest() {
        super(new SharingRegisterProjection());
    }

    @Test
    void it_keeps_what_was_shared_until_when_and_what_became_of_it() {
        new AFamily(fixture).arrives().consents().isSharedAbout();
        fixture.project(projection);
        assertThat(one(
                        "select recipient || ' ' || access_until || ' ' || (ended_on is null) from sharing",
                        String.class))
                .isEqualTo("CAMHS 2027-02-13 true");
        new AFamily(fixture).ends();
        fixture.project(projection);
        assertThat(one(
                        "select ended_on || ' ' || (recalled ->> 'cause') || ' ' || (acknowledged ->> 'answer') from sharing",
                        String.class))
                .isEqualTo("2026-11-16 CONSENT_WITHDRAWN DESTROYED");
    }

    @Test
    void what_was_refused_is_no_sharing_and_what_was_shared_stays_sealed() {
        new AFamily(fixture).arrives().consents().isSharedAbout();
        fixture.project(projection);
        assertThat(one("select count(*) from sharing", Integer.class)).isEqualTo(1);
        assertThat(one("select shared::text from sharing", String.class)).doesNotContain("Dr Lamb");
    }

    @Test
    void the_same_again_and_what_has_no_beginning_is_refused_and_nothing_is_changed() {
        new AFamily(fixture).arrives().consents().isSharedAbout();
        fixture.project(projection);
        var history = fixture.history().stream()
                .filter(e -> e.stream().equals("Referral"))
                .toList();
        assertThatThrownBy(() -> fixture.apply(projection, history))
                .as("the same again")
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(one("select count(*) from sharing", Long.class)).isEqualTo(1);
        fixture.tables().update("delete from sharing");
        fixture.tables().update("delete from sharing_team");
        var withoutBeginning =
                history.stream().filter(e -> e.payload() instanceof DataShared).toList();
        assertThatThrownBy(() -> fixture.apply(projection, withoutBeginning))
                .as("without a beginning")
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("of a case that never came");
    }

    @Test
    void it_follows_a_case_to_another_team() {
        new AFamily(fixture).arrives().consents().isSharedAbout().belongsTo("maidenhead", "Dedworth");
        fixture.project(projection);
        assertThat(one("select team from sharing", String.class)).isEqualTo("maidenhead");
        assertThat(one("select team from sharing_team", String.class)).isEqualTo("maidenhead");
    }
}
