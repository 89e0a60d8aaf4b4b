package uk.earlyhelphub.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeafTest {
    private static final Leaf LEAF = new Leaf(
            1,
            812,
            3,
            "id",
            "Referral",
            "case",
            0,
            "Referral.X",
            2,
            Instant.parse("2026-11-23T10:00:00.000001Z"),
            "{\"a\":\"\\\"\\u0001\",\n\t\"b\":\"\u2028\ud83d\ude00\"}",
            "{}");

    @Test
    void a_line_is_json_on_one_line_and_reads_back_as_it_was() {
        assertThat(LEAF.line())
                .doesNotContain("\n", "\t")
                .startsWith("{\"epoch\":1,\"tx\":812,\"index\":3,\"eventId\":\"id\"");
        assertThat(Leaf.parse(LEAF.line())).isEqualTo(LEAF);
    }

    /** The bytes that are hashed never change, or every old proof would be void. */
    @Test
    void the_hash_of_a_known_event_is_what_it_always_was() {
        assertThat(LEAF.hash()).hasToString("d9fbe07d2c641dad159b165b0b5320bfbf86de38d2f47d102b767f814f10bc82");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"epoch\":01",
                "{\"epoch\":1,\"tx\":",
                "{\"epoch\":1,\"tx\":2,\"index\":3,\"eventId\":\"a"
            })
    void anything_else_is_no_line(String line) {
        assertThatThrownBy(() -> Leaf.parse(line)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothing_may_follow() {
        assertThatThrownBy(() -> Leaf.parse(LEAF.line() + " ")).isInstanceOf(IllegalArgumentException.class);
    }
}
