package uk.earlyhelphub.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.earlyhelphub.endtoend.RunningHub.get;
import static uk.earlyhelphub.endtoend.RunningHub.post;

import org.junit.jupiter.api.Test;

/** What a referrer is asked stays asked until it is answered. */
class AskingBackTest {
    private final ACase one = ACase.received("Aski Back");

    private void supplied(String what, String more) {
        one.done(
                "amy",
                "/information-supplied",
                "{\"supplied\":[%s],\"suppliedOn\":\"%s\"%s}".formatted(what, ACase.TODAY, more));
    }

    /** N15: half an answer closed the question. */
    @Test
    void half_an_answer_leaves_the_other_half_open_and_due() {
        var due = ACase.TODAY.plusDays(4);
        one.done(
                "amy",
                "/information-requests",
                "{\"missing\":[\"gp\",\"school\"],\"note\":\"Which ones?\",\"neededBy\":\"%s\"}".formatted(due));
        supplied("\"gp\"", "");
        var open = get("amy", one.path("")).json();
        assertThat(open.get("status").asString()).isEqualTo("RETURNED_FOR_INFORMATION");
        var asked = open.get("intake").get("clarifications").get(0);
        assertThat(asked.has("supplied")).isFalse();
        assertThat(asked.get("answers")).hasSize(1);
        assertThat(asked.get("unanswered").toString()).isEqualTo("[\"school\"]");
        assertThat(asked.get("asked").get("neededBy").asString()).isEqualTo(due.toString());
        await().untilAsserted(() -> assertThat(get("amy", one.path("/trail")).body())
                .contains("and the rest of what was asked for is still open"));
        var again = post(
                "amy",
                one.path("/information-supplied"),
                "{\"supplied\":[\"gp\"],\"suppliedOn\":\"%s\"}".formatted(ACase.TODAY));
        assertThat(again.code()).isEqualTo("not-asked-for");
        supplied("\"school\"", "");
        assertThat(get("amy", one.path("")).json().get("status").asString()).isEqualTo("RECEIVED");
    }

    @Test
    void who_has_no_more_to_give_says_so_and_the_case_goes_on() {
        one.done(
                "amy",
                "/information-requests",
                "{\"missing\":[\"gp\",\"school\"],\"neededBy\":\"%s\"}".formatted(ACase.TODAY.plusDays(4)));
        supplied("\"school\"", ",\"nothingMore\":true");
        var closed = get("amy", one.path("")).json();
        assertThat(closed.get("status").asString()).isEqualTo("RECEIVED");
        assertThat(closed.get("intake")
                        .get("clarifications")
                        .get(0)
                        .get("unanswered")
                        .toString())
                .isEqualTo("[\"gp\"]");
    }
}
