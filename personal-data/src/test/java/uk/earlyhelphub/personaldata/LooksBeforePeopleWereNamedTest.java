package uk.earlyhelphub.personaldata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.earlyhelphub.events.recordaccess.RecordOpened;
import uk.earlyhelphub.platform.engine.EventCodec;

class LooksBeforePeopleWereNamedTest {
    private static final String ID = "3f6d2c1e-0b4a-4c58-9d7e-6a1b2c3d4e5f";

    @Test
    void a_look_from_before_is_read_and_names_nobody_rather_than_somebody_wrong() {
        var codec = new EventCodec(List.of(PersonalData.looksBeforePeopleWereNamed()));
        var stored =
                "{\"accessId\":\"%s\",\"referralId\":\"%s\",\"view\":\"casefile\",\"relationship\":\"TEAM\",\"categories\":[\"ATTENDANCE\"]}"
                        .formatted(ID, ID);
        var read = (RecordOpened) codec.read("RecordAccess.RecordOpened", 1, stored);
        assertThat(read.people()).isNull();
        assertThat(read.view()).isEqualTo("casefile");
        assertThat(codec.write(read)).isEqualTo(stored);
    }
}
