package uk.earlyhelphub.query.hubagenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import uk.earlyhelphub.query.fixture.AFamily;
import uk.earlyhelphub.query.fixture.ProjectionTest;

class HubAgendaProjectionTest extends ProjectionTest<HubAgendaProjection> {
    HubAgendaProjectionTest() {
        super(new HubAgendaProjection());
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
