package uk.earlyhelphub.query.audittrail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrailExportTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+44", "-2", "@SUM(A1)", "\tx", "\rx", "\nx", "|calc", "%x"})
    void what_a_spreadsheet_would_run_becomes_text(String cell) {
        assertThat(TrailExport.noFormula(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Amy Khan", "a=b", "1-2", " =x"})
    void everything_else_is_left_as_it_is(String cell) {
        assertThat(TrailExport.noFormula(cell)).isEqualTo(cell);
    }
}
