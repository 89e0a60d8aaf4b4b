package uk.earlyhelphub.query.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import uk.earlyhelphub.events.referral.ClosureReason;
import uk.earlyhelphub.events.referral.ReferralClosed;
import uk.earlyhelphub.query.fixture.AFamily;
import uk.earlyhelphub.query.fixture.ProjectionTest;

class WorklistProjectionTest extends ProjectionTest<WorklistProjection> {
    WorklistProjectionTest() {
        super(new WorklistProjection());
    }

    @Test
    void it_keeps_where_each_case_is_worked_and_whether_it_is_closed() {
        new AFamily(fixture).livesThroughAll();
        fixture.project(projection);
        assertThat(one("select team || ' ' || area || ' ' || received_on || ' ' || closed from worklist", String.class))
                .isEqualTo("windsor Clewer 2026-11-02 false");
    }

    @Test
    void the_same_again_and_what_has_no_beginning_is_refused_and_nothing_is_changed() {
        new AFamily(fixture).arrives();
        fixture.project(projection);
        var history = fixture.history().stream()
                .filter(e -> e.stream().equals("Referral"))
                .toList();
        assertThatThrownBy(() -> fixture.apply(projection, history))
                .as("the same again")
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(one("select count(*) from worklist", Long.class)).isEqualTo(1);
        fixture.tables().update("delete from worklist");
        new AFamily(fixture).livesThroughAll();
        fixture.happened(
                AFamily.REFERRAL.value(),
                new ReferralClosed(AFamily.REFERRAL, ClosureReason.DUPLICATE, null, LocalDate.of(2026, 11, 20)));
        var closed = fixture.history().getLast();
        assertThatThrownBy(() -> fixture.apply(projection, List.of(closed)))
                .as("without a beginning")
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("never came into the queue");
    }

    @Test
    void it_follows_a_case_to_another_team_and_area() {
        new AFamily(fixture).arrives().belongsTo("maidenhead", "Dedworth");
        fixture.project(projection);
        assertThat(one("select team || ' ' || area from worklist", String.class))
                .isEqualTo("maidenhead Dedworth");
    }
}
