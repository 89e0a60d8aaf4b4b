package uk.earlyhelphub.query.hubagenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import uk.earlyhelphub.query.fixture.AFamily;
import uk.earlyhelphub.query.fixture.ProjectionFixture;

class HubAgendaProjectionTest {
    private final ProjectionFixture fixture = new ProjectionFixture();
    private final HubAgendaProjection projection = new HubAgendaProjection();

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
    void it_keeps_the_meeting_its_agenda_and_the_interests() {
        new AFamily(fixture).livesThroughAll();
        fixture.project(projection);
        assertThat(one(
                        "select team || ' ' || published || ' ' || held || ' ' || cancelled from hub_meeting",
                        String.class))
                .isEqualTo("windsor true true false");
        assertThat(one("select present::text || apologies::text from hub_meeting", String.class))
                .isEqualTo("[\"carol\",\"hv\"][\"maya\"]");
        assertThat(one("select reference || ' ' || removed from hub_agenda_item", String.class))
                .isEqualTo("EH-TEST-0001-1 DISCUSSED");
        assertThat(one("select member || ' ' || nature from hub_interest", String.class))
                .isEqualTo("maya NEIGHBOUR");
    }

    @Test
    void a_meeting_is_never_called_twice() {
        new AFamily(fixture).livesThroughAll();
        fixture.project(projection);
        assertThatThrownBy(() -> fixture.apply(
                        projection,
                        fixture.history().stream()
                                .filter(e -> e.type().equals("HubMeeting.HubMeetingScheduled"))
                                .toList()))
                .isInstanceOf(DuplicateKeyException.class);
    }
}
