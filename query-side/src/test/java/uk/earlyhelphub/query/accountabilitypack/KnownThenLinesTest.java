package uk.earlyhelphub.query.accountabilitypack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.earlyhelphub.api.pack.CaseKnownThen;
import uk.earlyhelphub.api.pack.CaseKnownThen.KnownToComplainant;
import uk.earlyhelphub.api.pack.CaseKnownThen.KnownToInvestigator;
import uk.earlyhelphub.query.fixture.Filled;

class KnownThenLinesTest {
    /** Whoever cannot read JSON must not be told less. */
    @ParameterizedTest
    @ValueSource(classes = {KnownToInvestigator.class, KnownToComplainant.class})
    void everything_that_a_pack_holds_of_a_case_is_printed(Class<? extends CaseKnownThen> profile) {
        var filled = new Filled();
        var printed = KnownThenLines.of(filled.of(profile)).toString();
        assertThat(filled.texts()).hasSizeGreaterThan(60).allMatch(printed::contains, "is printed");
        assertThat(filled.days()).hasSizeGreaterThan(10).allMatch(day -> printed.contains(Words.of(day)), "is printed");
    }
}
