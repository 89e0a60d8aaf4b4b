package uk.earlyhelphub.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;
import uk.earlyhelphub.events.metadata.Purpose;

class StrictReadingTest {
    private final JsonMapper json = mapper();

    private static JsonMapper mapper() {
        var builder = JsonMapper.builder();
        new WebSecurity().strictReading().customize(builder);
        return builder.build();
    }

    record AForm(
            @Nullable String name,
            @Nullable Purpose purpose,
            @Nullable List<Purpose> purposes,
            @Nullable Integer places,
            @Nullable Boolean told,
            @Nullable LocalDate on,
            @Nullable LocalTime at) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name|true",
                "name|1",
                "name|1.5",
                "name|[\"a\"]",
                "name|{}",
                "purpose|0",
                "purpose|\"0\"",
                "purposes|[0]",
                "places|1.9",
                "places|1.0",
                "places|\"1\"",
                "places|true",
                "told|1",
                "told|\"true\"",
                "on|[2026,11,24]",
                "on|20260",
                "on|\"2026-11-24T10:00:00Z\"",
                "on|\"2026-02-30\"",
                "on|\"\"",
                "at|[9,30]",
                "at|\"25:00\""
            })
    void what_is_not_of_the_kind_that_a_field_holds_is_refused_with_its_name(String field, String value) {
        assertThatThrownBy(() -> json.readValue("{\"" + field + "\":" + value + "}", AForm.class))
                .isInstanceOfSatisfying(
                        DatabindException.class,
                        e -> assertThat(e.getPath().getFirst().getPropertyName())
                                .isEqualTo(field));
    }

    @Test
    void what_is_spelt_as_described_is_read() {
        assertThat(json.readValue(
                        "{\"name\":\"Zo\u00eb\",\"purpose\":\"AUDIT\",\"places\":1,\"told\":true,\"on\":\"2026-11-24\",\"at\":\"09:30\"}",
                        AForm.class))
                .isEqualTo(new AForm(
                        "Zo\u00eb", Purpose.AUDIT, null, 1, true, LocalDate.of(2026, 11, 24), LocalTime.of(9, 30)));
    }

    @Test
    void bytes_that_no_utf8_has_are_told_from_text() {
        assertThat(WholeUtf8.isUtf8("Zo\u00eb \ud83d\ude00".getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(WholeUtf8.isUtf8(new byte[] {(byte) 0xc0, (byte) 0xaf})).isFalse();
        assertThat(WholeUtf8.isUtf8(new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0xbd}))
                .isFalse();
        assertThat(WholeUtf8.isUtf8("Zo\u00eb".getBytes(StandardCharsets.ISO_8859_1)))
                .isFalse();
    }
}
