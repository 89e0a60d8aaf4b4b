package uk.earlyhelphub.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;
import uk.earlyhelphub.events.EventTypes.EventType;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.referral.InformMethod;
import uk.earlyhelphub.events.referral.ReferrerInformed;

/**
 * How an event changes its shape. Suppose that {@code ReferrerInformed} once said {@code how}, then {@code method}, and in
 * its third revision names the day {@code informedOn} instead of {@code on}: one upcaster for each step, and what was stored
 * stays as it was.
 */
class UpcastingTest {
    private static final String NAME = "Referral.ReferrerInformed";
    private static final String FIRST =
            "{\"referralId\":\"3f6d2c1e-0b4a-4c58-9d7e-6a1b2c3d4e5f\",\"how\":\"EMAIL\",\"on\":\"2026-11-23\"}";

    private record Rename(int fromRevision, String was, String is) implements EventCodec.Upcaster {
        @Override
        public String typeName() {
            return NAME;
        }

        @Override
        public ObjectNode lift(ObjectNode stored) {
            var lifted = stored.deepCopy();
            lifted.set(is, lifted.remove(was));
            return lifted;
        }
    }

    private static EventCodec codec(EventCodec.Upcaster... upcasters) {
        return new EventCodec(
                List.of(upcasters),
                name -> name.equals(NAME)
                        ? Optional.of(new EventType(NAME, "Referral", 3, ReferrerInformed.class))
                        : Optional.empty());
    }

    @Test
    void an_old_event_is_lifted_step_by_step() {
        var codec = codec(new Rename(2, "on", "informedOn"), new Rename(1, "how", "method"));
        var today = new ReferrerInformed(
                new ReferralId("3f6d2c1e-0b4a-4c58-9d7e-6a1b2c3d4e5f"),
                InformMethod.EMAIL,
                null,
                LocalDate.of(2026, 11, 23));
        assertThat(codec.read(NAME, 1, FIRST)).isEqualTo(today);
        assertThat(codec.read(NAME, 2, FIRST.replace("how", "method"))).isEqualTo(today);
        assertThat(codec.read(NAME, 3, codec.write(today))).isEqualTo(today);
    }

    @Test
    void a_missing_step_is_said_and_nothing_is_guessed() {
        assertThatThrownBy(() -> codec(new Rename(2, "on", "informedOn")).read(NAME, 1, FIRST))
                .isInstanceOf(EventCodec.UnreadableEvent.class)
                .hasMessageContaining("from revision 1");
    }

    @ParameterizedTest
    @CsvSource({
        "Referral.ReferrerInformed, 4",
        "Referral.NeverHeardOf, 1",
        "java.lang.ProcessBuilder, 1",
        "uk.earlyhelphub.events.referral.ReferrerInformed, 1"
    })
    void a_type_or_revision_that_is_not_in_the_catalogue_is_never_read(String type, int revision) {
        assertThatThrownBy(() -> codec().read(type, revision, FIRST)).isInstanceOf(EventCodec.UnreadableEvent.class);
    }
}
