package uk.earlyhelphub.personaldata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.earlyhelphub.events.referral.ReferralReceived;
import uk.earlyhelphub.platform.engine.EventCodec;

class ReferralsBeforeOrganisationsWereSealedTest {
    private static final Path GOLDEN = Path.of("../shared-events/src/test/resources/golden");
    private static final JsonMapper JSON = EventCodec.mapper();
    private final EventCodec codec = new EventCodec(List.of(PersonalData.referralsBeforeOrganisationsWereSealed()));

    private static JsonNode golden(int revision) throws IOException {
        return JSON.readTree(Files.readString(GOLDEN.resolve("Referral.ReferralReceived." + revision + ".json")));
    }

    private ReferralReceived read(int revision) throws IOException {
        return (ReferralReceived) codec.read(
                "Referral.ReferralReceived", revision, golden(revision).toString());
    }

    @Test
    void what_stood_in_the_clear_is_read_as_that_and_nothing_else_changes() throws IOException {
        var stored = golden(1);
        var read = read(1);
        assertThat(read.referrer().organisation()).isNull();
        assertThat(read.referrer().organisationInTheClear())
                .isEqualTo(stored.get("referrer").get("organisation").asString());
        assertThat(read.referrer().name()).isNotNull();
        assertThat(read.summary().sealed())
                .isEqualTo(stored.get("summary").get("sealed").asString());
    }

    @Test
    void a_referral_of_today_is_read_as_it_is() throws IOException {
        assertThat(JSON.readTree(codec.write(read(2)))).isEqualTo(golden(2));
        assertThat(read(2).referrer().organisation()).isNotNull();
    }
}
