package uk.earlyhelphub.query.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.earlyhelphub.query.fixture.AFamily;
import uk.earlyhelphub.query.fixture.ProjectionFixture;

class WorklistProjectionTest {
    private final ProjectionFixture fixture = new ProjectionFixture();
    private final WorklistProjection projection = new WorklistProjection();

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
    void it_keeps_where_each_case_is_worked_and_whether_it_is_closed() {
        new AFamily(fixture).livesThroughAll();
        fixture.project(projection);
        assertThat(one(
                        "select reference || ' ' || team || ' ' || area || ' ' || received_on || ' ' || closed from worklist",
                        String.class))
                .isEqualTo("EH-TEST-0001-1 windsor Clewer 2026-11-02 false");
        assertThat(one("select version from worklist", Long.class))
                .as("the last of the case's own events")
                .isEqualTo(fixture.history().stream()
                                .filter(e -> e.stream().equals("Referral"))
                                .count()
                        - 1);
    }

    @Test
    void an_event_that_does_not_follow_is_refused_and_nothing_is_changed() {
        new AFamily(fixture).arrives();
        fixture.project(projection);
        var before = one("select version from worklist", Long.class);
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
        assertThat(one("select version from worklist", Long.class)).isEqualTo(before);
    }
}
