package uk.earlyhelphub.events.ids;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

    @ParameterizedTest
    @ValueSource(strings = {"9434765919", "943 476 5919", "9434765870", "9990000018"})
    void nhs_numbers_that_check(String number) {
        assertThat(Identifiers.isNhsNumber(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9434765918", "9990000000", "943476591", "abcdefghij", ""})
    void nhs_numbers_that_do_not(String number) {
        assertThat(Identifiers.isNhsNumber(number)).isFalse();
    }

    @Test
    void pupil_numbers() {
        assertThat(Identifiers.isUpn("X868123426001")).isTrue();
        assertThat(Identifiers.isUpn("x868123426001")).isTrue();
        for (var wrong : new String[] {"A868123426001", "X86812342600I", "X868A23426001", "X86812342600"}) {
            assertThat(Identifiers.isUpn(wrong)).as(wrong).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SL4 1QZ", "sl41qz", "s.l.4 1q-z", "W1A 1HQ", "M1 1AE"})
    void postcodes_however_they_are_typed(String typed) {
        assertThat(Identifiers.isPostcode(typed)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SL4", "12345", "SL4 1Q", "'; drop"})
    void what_is_no_postcode(String typed) {
        assertThat(Identifiers.isPostcode(typed)).isFalse();
    }

    @Test
    void a_slip_of_the_pen_never_makes_another_reference() {
        for (int n = 0; n < 500; n++) {
            var reference = Identifiers.reference(UUID.randomUUID().toString());
            assertThat(Identifiers.isReference(reference)).as(reference).isTrue();
            assertThat(Identifiers.isReference(reference.toLowerCase(java.util.Locale.ROOT)))
                    .isTrue();
            var digits = reference.toCharArray();
            for (int i = 3; i < 12; i++) {
                if (digits[i] != '-') {
                    var slip = digits.clone();
                    slip[i] = slip[i] == '7' ? '8' : '7';
                    assertThat(Identifiers.isReference(new String(slip))).isFalse();
                }
                if (digits[i] != '-' && digits[i + 1] != '-' && digits[i] != digits[i + 1]) {
                    var swapped = digits.clone();
                    swapped[i] = digits[i + 1];
                    swapped[i + 1] = digits[i];
                    assertThat(Identifiers.isReference(new String(swapped))).isFalse();
                }
            }
        }
    }
}
