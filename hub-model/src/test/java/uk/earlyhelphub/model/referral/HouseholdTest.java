package uk.earlyhelphub.model.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.Answer;
import uk.earlyhelphub.events.referral.DetailsCorrected;
import uk.earlyhelphub.events.referral.PartInFamily;
import uk.earlyhelphub.events.referral.PersonAdded;

class HouseholdTest {
    private static final ReferralId REFERRAL = new ReferralId("00000000-0000-4000-8000-000000000001");
    private static final PersonId CHILD = new PersonId("00000000-0000-4000-8000-000000000002");

    private static ProtectedText text(String sealed) {
        return new ProtectedText(CHILD, "1", "PersonAdded/name/c", sealed);
    }

    private static final PersonAdded ADDED = new PersonAdded(
            REFERRAL,
            CHILD,
            PartInFamily.CHILD,
            text("first"),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            Answer.NOT_KNOWN,
            Answer.NOT_KNOWN,
            true,
            List.of(),
            List.of());

    private static DetailsCorrected corrected(String field, String was, String now) {
        return new DetailsCorrected(REFERRAL, CHILD, field, text(was), text(now), text("why"));
    }

    private static Household.Person after(DetailsCorrected... corrections) {
        var household = Household.NONE.after(ADDED);
        for (var correction : corrections) {
            household = household.after(correction);
        }
        return household.person(CHILD).orElseThrow();
    }

    @Test
    void a_person_is_known_by_the_name_as_it_was_put_right_last() {
        assertThat(after().name()).isEqualTo(text("first"));
        assertThat(after(corrected("name", "x", "second"), corrected("school", "x", "a school"))
                        .name())
                .isEqualTo(text("second"));
    }

    @Test
    void what_was_held_before_a_correction_is_what_the_record_says_and_not_what_was_claimed() {
        var once = corrected("name", "claimed", "second");
        var twice = corrected("name", "claimed too", "third");
        var school = corrected("school", "claimed", "a school");
        var person = after(once, school, twice);
        assertThat(person.heldBefore(once)).contains(text("first"));
        assertThat(person.heldBefore(twice)).contains(text("second"));
        assertThat(person.heldBefore(school)).isEmpty();
    }

    @Test
    void nothing_is_said_about_a_correction_that_the_record_does_not_know() {
        assertThat(after().heldBefore(corrected("name", "claimed", "second"))).isEmpty();
    }
}
