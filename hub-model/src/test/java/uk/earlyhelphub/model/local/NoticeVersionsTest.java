package uk.earlyhelphub.model.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeVersionsTest {
    private static final NoticeVersions TWO = NoticeVersions.of("""
            # ours
            n1 2024-03-01 the first
            n2 2026-05-01
            """);

    @Test
    void a_version_counts_from_its_day_on_and_also_after_a_later_one_came() {
        assertThat(TWO.inForceBy("n1", LocalDate.of(2024, 2, 29))).isFalse();
        assertThat(TWO.inForceBy("n1", LocalDate.of(2024, 3, 1))).isTrue();
        assertThat(TWO.inForceBy("n2", LocalDate.of(2026, 4, 30))).isFalse();
        assertThat(TWO.inForceBy("n1", LocalDate.of(2026, 6, 1))).isTrue();
        assertThat(TWO.inForceBy("n3", LocalDate.of(2026, 6, 1))).isFalse();
    }

    @Test
    void the_newest_is_named_first() {
        assertThat(TWO.inForceBy(LocalDate.of(2026, 6, 1))).containsExactly("n2", "n1");
        assertThat(TWO.inForceBy(LocalDate.of(2025, 6, 1))).containsExactly("n1");
        assertThat(TWO.inForceBy(LocalDate.of(2020, 6, 1))).isEmpty();
    }

    @Test
    void one_comes_along() {
        assertThat(NoticeVersions.shipped().inForceBy(LocalDate.of(2026, 1, 1))).containsExactly("2026-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# none", "n1", "n1 soon", "n1 2026-01-01\nn1 2026-02-01"})
    void a_file_that_is_no_list_of_versions_is_refused(String file) {
        assertThatThrownBy(() -> NoticeVersions.of(file)).isInstanceOf(IllegalArgumentException.class);
    }
}
