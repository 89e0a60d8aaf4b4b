package uk.earlyhelphub.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvenRefusalsTest {
    private static final Duration STEP_LENGTH = Duration.ofMillis(250);
    private static final long STEP = STEP_LENGTH.toNanos();

    /** Also what took longer than a step ends at a whole one. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 5_000_000, 249_999_999, 250_000_000, 250_000_001, 1_130_000_000})
    void whatever_an_answer_took_it_is_given_at_a_whole_step(long taken) {
        assertThat((taken + EvenRefusals.left(taken, STEP_LENGTH)) % STEP).isZero();
        assertThat(EvenRefusals.left(taken, STEP_LENGTH)).isBetween(0L, STEP - 1);
    }
}
