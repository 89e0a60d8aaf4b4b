package uk.earlyhelphub.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import uk.earlyhelphub.events.EventTypes.EventType;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.kernel.AboutReferral;
import uk.earlyhelphub.events.kernel.PerhapsAboutReferral;
import uk.earlyhelphub.events.referral.ReferralEvent;

/**
 * The stored form of events never changes unnoticed. Run with {@code -Dhub.regenerate=true} to write golden files for new
 * events and the catalogue; a golden file that is there is never written again.
 */
class EventContractTest {
    private static final boolean REGENERATE = Boolean.getBoolean("hub.regenerate");
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final Path CATALOGUE = Path.of("../docs/event-catalogue.md");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    static Stream<EventType> types() {
        return EventTypes.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_event_is_written_and_read_as_its_golden_file_says(EventType type) throws IOException {
        var sample = Samples.of(type.javaType());
        var file = GOLDEN.resolve(type.name() + "." + type.revision() + ".json");
        if (REGENERATE && !Files.exists(file)) {
            Files.writeString(file, JSON.writeValueAsString(sample) + "\n");
        }
        var golden = Files.readString(file);
        assertThat(JSON.readTree(JSON.writeValueAsString(sample))).isEqualTo(JSON.readTree(golden));
        assertThat(JSON.readValue(golden, type.javaType())).isEqualTo(sample);
    }

    @Test
    void no_golden_file_is_left_without_its_event() throws IOException {
        try (var files = Files.list(GOLDEN)) {
            var named = files.map(f -> f.getFileName().toString().replaceAll("\\.\\d+\\.json$", ""))
                    .distinct()
                    .toList();
            assertThat(named)
                    .containsExactlyInAnyOrderElementsOf(
                            EventTypes.all().map(EventType::name).toList());
        }
    }

    @Test
    void the_catalogue_is_up_to_date() throws IOException {
        var generated = catalogue();
        if (REGENERATE) {
            Files.writeString(CATALOGUE, generated);
        }
        assertThat(Files.readString(CATALOGUE)).isEqualTo(generated);
    }

    private static String catalogue() {
        var page = new StringBuilder("""
                # Event catalogue

                Generated from the events by `EventContractTest`; do not edit. *Sealed* fields are personal data that only the vault
                can reveal. A question mark means that the field may be missing.
                """);
        EventTypes.all()
                .collect(Collectors.groupingBy(EventType::stream, java.util.LinkedHashMap::new, Collectors.toList()))
                .forEach((stream, types) -> {
                    page.append("\n## ")
                            .append(stream)
                            .append("\n\n| Event | Revision | What happened | Fields |\n|---|---|---|---|\n");
                    types.forEach(type -> page.append(row(type)));
                });
        return page.toString();
    }

    private static String row(EventType type) {
        return "| `" + type.javaType().getSimpleName() + "` | " + type.revision() + " | " + said(type.javaType())
                + " | " + fields(type.javaType()) + " |\n";
    }

    private static String fields(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(c -> {
                    var name = c.getGenericType().getTypeName().replaceAll("[\\w.]+\\.(\\w+)", "$1");
                    var missing = c.getAnnotatedType().getAnnotations().length > 0 ? "?" : "";
                    return c.getName() + missing + (name.contains("ProtectedText") ? " *sealed*" : "");
                })
                .collect(Collectors.joining(", "));
    }

    /** The one sentence that says what happened, from the record's own documentation. */
    private static String said(Class<?> type) {
        try {
            var source =
                    Files.readString(Path.of("src/main/java", type.getName().replace('.', '/') + ".java"));
            var doc = Pattern.compile("/\\*\\*(.*?)\\*/\\s*public record", Pattern.DOTALL)
                    .matcher(source);
            assertThat(doc.find())
                    .as(type.getSimpleName() + " says what happened")
                    .isTrue();
            return Stream.of(doc.group(1).split("\n"))
                    .map(line -> line.replaceFirst("^\\s*\\*", "").strip())
                    .filter(line -> !line.isEmpty() && !line.startsWith("@"))
                    .collect(Collectors.joining(" "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What names a referral and does not say so by its type would drop off the account of the case. */
    @ParameterizedTest
    @MethodSource("types")
    void whatever_names_a_referral_says_so_by_its_type(EventType type) {
        var naming = Arrays.stream(type.javaType().getRecordComponents())
                .filter(c -> c.getType() == ReferralId.class)
                .toList();
        var asked =
                naming.stream().filter(c -> c.getName().equals("referralId")).findFirst();
        assertThat(PerhapsAboutReferral.class.isAssignableFrom(type.javaType())).isEqualTo(!naming.isEmpty());
        assertThat(AboutReferral.class.isAssignableFrom(type.javaType()))
                .as("says that it always names one exactly if the field is never missing")
                .isEqualTo(asked.filter(c -> c.getAnnotatedType().getAnnotations().length == 0)
                        .isPresent());
    }

    @Test
    void every_event_of_a_referral_belongs_to_one_part_of_it() {
        var parts = List.of(ReferralEvent.class.getPermittedSubclasses());
        assertThat(parts).allMatch(Class::isSealed);
        assertThat(EventTypes.all().filter(t -> t.stream().equals("Referral")))
                .hasSize(40)
                .allSatisfy(type -> assertThat(parts)
                        .as(type.name())
                        .filteredOn(part -> part.isAssignableFrom(type.javaType()))
                        .hasSize(1));
    }

    @Test
    void events_say_what_happened_and_hold_personal_data_only_sealed() {
        var words = List.of("Event", "Deleted", "Updated", "Changed");
        EventTypes.all().forEach(type -> {
            assertThat(words)
                    .as(type.name())
                    .noneMatch(w -> type.javaType().getSimpleName().endsWith(w)
                            && !type.name().endsWith("CapacityChanged"));
            for (var component : type.javaType().getRecordComponents()) {
                assertThat(List.of(
                                "name",
                                "address",
                                "postcode",
                                "phone",
                                "email",
                                "reason",
                                "note",
                                "text",
                                "summary",
                                "rationale"))
                        .as(type.name() + " holds " + component.getName() + " in the clear")
                        .noneMatch(n -> type.stream().equals("Referral")
                                && component.getName().equals(n)
                                && component.getType() == String.class);
            }
        });
    }
}
