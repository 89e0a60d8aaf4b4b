package uk.earlyhelphub.query.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.earlyhelphub.api.casefile.CaseHistory.CaseDifference;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.privacy.ProtectedText;

class DifferencesTest {
    private static final String LEO = "5957af46-fd45-8c22-8586-bcd28db62182";

    private static Map<String, Object> consent(String id, String standing) {
        return Map.of("consentId", id, "personId", LEO, "standing", standing);
    }

    private static List<String> paths(Object before, Object after) {
        return Differences.between(before, after).stream()
                .map(Differences.Difference::path)
                .toList();
    }

    @Test
    void the_same_is_no_difference() {
        assertThat(paths(Map.of("a", List.of(consent("c1", "GIVEN"))), Map.of("a", List.of(consent("c1", "GIVEN")))))
                .isEmpty();
    }

    @Test
    void two_consents_of_one_person_are_two_things() {
        var before = Map.of("asked", List.of(consent("c1", "GIVEN"), consent("c2", "GIVEN")));
        var after = Map.of("asked", List.of(consent("c1", "WITHDRAWN"), consent("c2", "GIVEN")));
        assertThat(paths(before, after)).containsExactly("asked[c1].standing");
    }

    @Test
    void what_was_added_or_taken_away_in_the_middle_of_a_list_moves_nothing_else() {
        var before = Map.of("asked", List.of(consent("c1", "GIVEN"), consent("c3", "GIVEN")));
        var after = Map.of("asked", List.of(consent("c1", "GIVEN"), consent("c2", "GIVEN"), consent("c3", "GIVEN")));
        assertThat(paths(before, after))
                .containsExactlyInAnyOrder("asked[c2].consentId", "asked[c2].personId", "asked[c2].standing");
        assertThat(Differences.between(after, before))
                .hasSize(3)
                .allMatch(d -> d.before() != null && d.after() == null);
    }

    @Test
    void a_sealed_text_that_changed_is_one_difference() {
        var was = Map.of("text", Map.of("about", LEO, "key", "1", "sealedFor", "a", "sealed", "AA"));
        var is = Map.of("text", Map.of("about", LEO, "key", "1", "sealedFor", "b", "sealed", "BB"));
        assertThat(paths(was, is)).containsExactly("text");
    }

    @Test
    void entries_of_one_name_are_told_apart() {
        var before = Map.of("words", List.of("x", "x"));
        assertThat(paths(before, Map.of("words", List.of("x", "x", "x")))).containsExactly("words[x#2]");
    }

    @Test
    void what_came_as_a_whole_is_told_value_by_value_and_texts_as_they_are_shown() {
        var text = new ProtectedText(new PersonId(LEO), "1", "Test/text/c", "AA");
        var shown =
                Differences.between(Map.of(), Map.of("triages", List.of(Map.of("level", 2, "rationale", text))))
                        .stream()
                        .map(d -> d.shown(asked -> asked.equals(text) ? "because" : "?"))
                        .toList();
        assertThat(shown)
                .containsExactlyInAnyOrder(
                        new CaseDifference("triages[0].level", null, "2"),
                        new CaseDifference("triages[0].rationale", null, "because"));
    }
}
