package uk.earlyhelphub.olderjava;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JavaNeededTest {
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    private boolean isHere(String version) {
        return JavaNeeded.isHere(version, "/opt/java", new PrintStream(told, true, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"1.8, 8", "11, 11", "17, 17", "21, 21", "24, 24"})
    void an_older_one_is_told_in_one_sentence_what_to_install(String version, String said) {
        assertThat(isHere(version)).isFalse();
        assertThat(told.toString(StandardCharsets.UTF_8))
                .startsWith("The Early Help Hub needs Java 25 or newer, and this is Java " + said + " (/opt/java).")
                .contains("Install a JDK 25")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"25", "26", "100"})
    void a_newer_one_goes_on_and_says_nothing(String version) {
        assertThat(isHere(version)).isTrue();
        assertThat(told.size()).isZero();
    }

    @Test
    void this_one_goes_on() {
        assertThat(JavaNeeded.isHere(System.err)).isTrue();
    }
}
