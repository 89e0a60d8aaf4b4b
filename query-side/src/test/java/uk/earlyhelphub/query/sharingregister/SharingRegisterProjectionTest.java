package uk.earlyhelphub.query.sharingregister;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.earlyhelphub.query.fixture.AFamily;
import uk.earlyhelphub.query.fixture.ProjectionFixture;

class SharingRegisterProjectionTest {
    private final ProjectionFixture fixture = new ProjectionFixture();
    private final SharingRegisterProjection projection = new SharingRegisterProjection();

    @AfterEach
    void end() {
        fixture.close();
    }

    private <T> T one(String sql, Class<T> type) {
        return java.util.Objects.requireNonNull(fixture.tables().queryForObject(sql, type));
    }

    @Test
    void a_replay_comes_to_the_same_rows() {
        new AFamily(fixture).livesThroughAll();
        fixture.project(projection);
        fixture.replaysTheSame(projection);
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
    void an_event_that_does_not_follow_is_refused_and_nothing_is_changed() {
        new AFamily(fixture).arrives();
        fixture.project(projection);
        var before = one("select version from sharing_case", Long.class);
        var history = fixture.history().stream()
                .filter(e -> e.stream().equals("Referral"))
                .toList();
        assertThatThrownBy(() -> fixture.apply(projection, history))
                .as("the same again")
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not follow version");
        new AFamily(fixture).consents();
        var more = fixture.history();
        assertThatThrownBy(() -> fixture.apply(projection, more.subList(more.size() - 2, more.size())))
                .as("with a gap before")
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not follow version");
        assertThat(one("select version from sharing_case", Long.class)).isEqualTo(before);
    }
}
