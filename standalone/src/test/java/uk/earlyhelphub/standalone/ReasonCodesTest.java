package uk.earlyhelphub.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import uk.earlyhelphub.command.CommandCodes;
import uk.earlyhelphub.events.kernel.ReasonCode;
import uk.earlyhelphub.events.kernel.Rule;
import uk.earlyhelphub.personaldata.VaultCodes;
import uk.earlyhelphub.platform.web.PlatformCodes;
import uk.earlyhelphub.platform.web.ReasonCatalogue;
import uk.earlyhelphub.query.QueryCodes;

/**
 * Codes never change: {@code docs/problem-codes.md} has them all, made from the enums. Run with {@code -Dhub.regenerate=true} to
 * renew it.
 */
class ReasonCodesTest {
    private static final Path PAGE = Path.of("..", "docs", "problem-codes.md");

    /** As a process has it that runs both sides. */
    static ReasonCatalogue catalogue() {
        try (var modules = new AnnotationConfigApplicationContext(
                PlatformCodes.class, VaultCodes.class, CommandCodes.class, QueryCodes.class, DemoCodes.class)) {
            return modules.getBean(ReasonCatalogue.class);
        }
    }

    @Test
    void every_enum_of_codes_is_in_the_catalogue() {
        var enums = new ClassFileImporter()
                .importPackages("uk.earlyhelphub").stream()
                        .filter(JavaClass::isEnum)
                        .filter(type -> type.isAssignableTo(ReasonCode.class))
                        .map(JavaClass::reflect)
                        .toList();
        assertThat(enums).hasSizeGreaterThan(25);
        var constants = enums.stream()
                .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                .map(ReasonCode.class::cast)
                .toList();
        assertThat(catalogue().all()).containsExactlyInAnyOrderElementsOf(constants);
    }

    @Test
    void every_help_text_is_of_whole_sentences() {
        assertThat(catalogue().all())
                .allSatisfy(
                        reason -> assertThat(reason.help()).as(reason.code()).matches("\\p{Lu}[^\\n]{20,}[.]"));
    }

    @Test
    void the_page_of_codes_is_up_to_date() throws IOException {
        var page = page(catalogue());
        if (Boolean.getBoolean("hub.regenerate")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static String page(ReasonCatalogue catalogue) {
        return Stream.concat(
                        Stream.of(
                                "# Problem codes",
                                "",
                                "What is not done is answered with one of these codes, each of which has a page of help at `/problems/{code}`."
                                        + " A code never changes; new ones are added. The rules are enums beside the intentions"
                                        + " that they are about; this page is made from them by `ReasonCodesTest`.",
                                "",
                                "| Code | Kind | Source | Help |",
                                "|---|---|---|---|"),
                        catalogue.all().stream()
                                .map(reason -> "| `%s` | %s | %s | %s |"
                                        .formatted(
                                                reason.code(),
                                                reason instanceof Rule rule
                                                        ? rule.kind()
                                                                .name()
                                                                .toLowerCase(java.util.Locale.ROOT)
                                                                .replace('_', ' ')
                                                        : "no rule",
                                                reason instanceof Rule rule ? rule.source() : "",
                                                reason.help())))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
