package uk.earlyhelphub.platform.ids;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class IdsOfCommandsTest {
    private static final String COMMAND = "amy\nthe-key-that-amy-chose";

    private static IdsOfCommands under(String secret) {
        return IdsOfCommands.under(secret.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void the_same_command_sent_again_names_the_same_things_in_every_process_of_the_hub() {
        assertThat(under("secret").of(COMMAND, "referral"))
                .isEqualTo(under("secret").of(COMMAND, "referral"));
    }

    @Test
    void whoever_knows_the_actor_the_key_and_the_label_cannot_work_an_id_out() {
        var real = under("secret").of(COMMAND, "referral");
        assertThat(Ids.derived(COMMAND, "referral")).isNotEqualTo(real);
        assertThat(Ids.derived("the-key-that-amy-chose", "referral")).isNotEqualTo(real);
        assertThat(under("another secret").of(COMMAND, "referral")).isNotEqualTo(real);
    }

    @Test
    void other_labels_and_other_commands_have_other_ids_and_one_does_not_tell_the_next() {
        var names = under("secret");
        var seen = new HashSet<String>();
        for (var n = 0; n < 1_000; n++) {
            assertThat(seen.add(names.of(COMMAND, "person/" + n))).isTrue();
            assertThat(seen.add(names.of("amy\nkey-" + n, "person/0"))).isTrue();
        }
        assertThat(seen)
                .allMatch(id -> id.matches("[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
        // Ids that were counted up, or that differed in a few places only, would agree in most.
        var first = names.of(COMMAND, "person/0");
        var second = names.of(COMMAND, "person/1");
        var agreeing = 0;
        for (var at = 0; at < first.length(); at++) {
            agreeing += first.charAt(at) == second.charAt(at) ? 1 : 0;
        }
        assertThat(agreeing).isLessThan(20);
    }
}
