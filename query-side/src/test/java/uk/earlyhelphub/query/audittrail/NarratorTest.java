package uk.earlyhelphub.query.audittrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;
import uk.earlyhelphub.events.EventTypes;
import uk.earlyhelphub.events.kernel.HubEvent;
import uk.earlyhelphub.platform.engine.EventCodec;

/** Every event of every revision that was ever stored, with every code that it can hold, reads as English. */
class NarratorTest {
    private static final Path GOLDEN = Path.of("../shared-events/src/test/resources/golden");
    private static final EventCodec CODEC = new EventCodec(List.of(
            new WithoutWhatIsNewer("RecordAccess.RecordOpened"),
            new WithoutWhatIsNewer("Referral.ConsentWithdrawn"),
            new OrganisationsInTheClear(),
            new ClosedByAnyAnswer()));

    /** Abbreviations that people say. All other words in capitals are codes. */
    private static final Pattern CODE_IN_CAPITALS =
            Pattern.compile("\\b(?!(?:NHS|GP|CAMHS|SHA|CSV|PDF|JSON)\\b)[A-Z][A-Z0-9_]*[A-Z_][A-Z0-9_]*\\b");

    private static final Pattern NAME_OUT_OF_A_PROGRAM = Pattern.compile(
            "\\b[a-z]+[A-Z]\\w*|\\b(?!CloudEvents\\b)[A-Z][a-z]+[A-Z]\\w*|\\w_\\w|\\[[^\\]]*@|\\bnull\\b");

    private static final Pattern A_DAY_AS_A_MACHINE_WRITES_IT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern ONE_OF_MANY = Pattern.compile("\\b1 [a-z]+s\\b");

    /** As the product lifts events of a first revision: they go without what they did not say. */
    private record WithoutWhatIsNewer(String typeName) implements EventCodec.Upcaster {
        @Override
        public int fromRevision() {
            return 1;
        }

        @Override
        public ObjectNode lift(ObjectNode stored) {
            return stored;
        }
    }

    /** As the product lifts referrals of the first revision, in which the referrer's organisation stood in the clear. */
    private record OrganisationsInTheClear() implements EventCodec.Upcaster {
        @Override
        public String typeName() {
            return "Referral.ReferralReceived";
        }

        @Override
        public int fromRevision() {
            return 1;
        }

        @Override
        public ObjectNode lift(ObjectNode stored) {
            var referrer = (ObjectNode) stored.get("referrer");
            referrer.set("organisationInTheClear", referrer.remove("organisation"));
            return stored;
        }
    }

    /** Until its second revision any answer of a referrer closed the request. */
    private record ClosedByAnyAnswer() implements EventCodec.Upcaster {
        @Override
        public String typeName() {
            return "Referral.InformationSupplied";
        }

        @Override
        public int fromRevision() {
            return 1;
        }

        @Override
        public ObjectNode lift(ObjectNode stored) {
            return stored.put("complete", true);
        }
    }

    static Stream<Path> golden() throws IOException {
        return Files.list(GOLDEN).sorted();
    }

    private static List<HubEvent> variants(Path file) {
        var parts = file.getFileName().toString().split("\\.");
        var type = EventTypes.named(parts[0] + "." + parts[1]).orElseThrow();
        try {
            var stored = Files.readString(file);
            var all = new ArrayList<HubEvent>();
            for (var variant : withEachCode(stored, type.javaType())) {
                all.add(CODEC.read(type.name(), Integer.parseInt(parts[2]), variant));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> withEachCode(String stored, Class<?> event) {
        var variants = new LinkedHashSet<>(List.of(stored, stored.replaceAll(": 3\\b", ": 1")));
        variants.add(stored.replace(": true", ": false"));
        for (var code : codes(event, new LinkedHashSet<>())) {
            for (var constant : code.type().getEnumConstants()) {
                variants.add(stored.replaceAll(
                        "(\"" + code.field() + "\" : (\\[ )?)\"[A-Z0-9_]+\"", "$1\"" + name(constant) + "\""));
            }
        }
        return variants;
    }

    private static String name(Object constant) {
        return ((Enum<?>) constant).name();
    }

    private record CodeField(String field, Class<?> type) {}

    private static Set<CodeField> codes(Class<?> type, Set<CodeField> found) {
        for (var component : type.getRecordComponents()) {
            var held = component.getGenericType() instanceof ParameterizedType list
                    ? (Class<?>) list.getActualTypeArguments()[0]
                    : component.getType();
            if (held.isEnum()) {
                found.add(new CodeField(component.getName(), held));
            } else if (held.isRecord()) {
                codes(held, found);
            }
        }
        return found;
    }

    private static void readsAsEnglish(String told) {
        assertThat(told).isNotBlank();
        assertThat(Character.isUpperCase(told.codePointAt(0))).as(told).isTrue();
        assertThat(told).matches("(?s).*[.!?][\"'”’)]?");
        assertThat(told)
                .doesNotContain("  ")
                .doesNotContain("..")
                .doesNotContain(" ,")
                .doesNotContain(" .")
                .doesNotContain(",.");
        assertThat(told).doesNotContainPattern(CODE_IN_CAPITALS);
        assertThat(told).doesNotContainPattern(NAME_OUT_OF_A_PROGRAM);
        assertThat(told).doesNotContainPattern(ONE_OF_MANY);
        // Ids in the samples look like none of it, but hold dashes.
        assertThat(told.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "somebody"))
                .doesNotContainPattern(A_DAY_AS_A_MACHINE_WRITES_IT);
    }

    @ParameterizedTest
    @MethodSource("golden")
    void every_event_of_every_revision_reads_as_english(Path file) {
        var named = new Narrator(Map.of(), text -> "What was written down, without a stop");
        var skeletons = Narrator.ofSkeletons(UnaryOperator.identity());
        var anotherDay = Instant.parse("2026-11-25T09:00:00Z");
        for (var event : variants(file)) {
            readsAsEnglish(named.tell(event));
            readsAsEnglish(named.tell(event, anotherDay));
            readsAsEnglish(skeletons.tell(event, anotherDay));
        }
    }

    @ParameterizedTest
    @MethodSource("golden")
    void what_was_sealed_is_never_told_as_it_is_kept(Path file) {
        var skeletons = Narrator.ofSkeletons(id -> "a colleague");
        for (var event : variants(file)) {
            var sealed = CODEC.write(event).replaceAll("\"sealed\":\"[^\"]*\"", "\"sealed\":\"c2VhbGVk\"");
            var type = EventTypes.of(event.getClass());
            assertThat(skeletons.tell(CODEC.read(type.name(), type.revision(), sealed)))
                    .doesNotContain("c2VhbGVk");
        }
    }

    private static String told(String type, String json) {
        return new Narrator(Map.of(), text -> "said").tell(CODEC.read(type, 1, json));
    }

    private static final String ID = "3f6d2c1e-0b4a-4c58-9d7e-6a1b2c3d4e5f";

    @Test
    void commands_and_views_are_told_in_words() {
        assertThat(refused("DiscussAtHub", "NO_TIE"))
                .isEqualTo(
                        "Somebody tried to discuss the case at the Hub and was refused, because nothing ties them to it.");
        assertThat(refused("casefile", "TOO_OFTEN"))
                .isEqualTo(
                        "Somebody asked for the case and was told that there is nothing for them, because they took out"
                                + " too much in too short a time.");
        assertThat(refused("OpenInAnEmergency", "NOT_THEIR_ROLE"))
                .startsWith("Somebody tried to open in an emergency and");
        assertThat(refused("new-view", "NO_SUCH_RECORD")).startsWith("Somebody asked for new view and");
    }

    private static String refused(String what, String because) {
        return told(
                "RecordAccess.RecordRefused",
                "{\"accessId\":\"%s\",\"view\":\"%s\",\"because\":\"%s\"}".formatted(ID, what, because));
    }

    @Test
    void a_search_and_a_list_are_told_for_what_they_were() {
        assertThat(read("\"name\",\"dateOfBirth\"", 1))
                .isEqualTo("People were searched for by name and date of birth; 1 person was found.");
        assertThat(read("\"nhsNumber\"", 0)).isEqualTo("People were searched for by NHS number; nobody was found.");
        assertThat(read("\"trail.actor=amy\",\"trail.type=Referral.PersonAdded\"", 0))
                .isEqualTo(
                        "Somebody read the account of everything, narrowed down to actor amy and type referral.person"
                                + " added.");
        assertThat(read("\"conflicts\"", 0))
                .isEqualTo("Somebody read the list of people who came upon a record of somebody close.");
        assertThat(read("", 0)).isEqualTo("Somebody read the account of everything, without narrowing it down.");
    }

    private static String read(String by, int matches) {
        return told(
                "RecordAccess.RecordsSearched",
                "{\"accessId\":\"%s\",\"searchedBy\":[%s],\"matches\":%d,\"found\":[]}".formatted(ID, by, matches));
    }

    @Test
    void the_day_of_recording_is_told_where_it_is_another_than_the_day_stated() {
        var held = CODEC.read(
                "HubMeeting.HubMeetingHeld", 1, "{\"meetingId\":\"%s\",\"heldOn\":\"2026-11-03\"}".formatted(ID));
        var narrator = Narrator.ofSkeletons(UnaryOperator.identity());
        assertThat(narrator.tell(held, Instant.parse("2026-11-05T10:00:00Z")))
                .isEqualTo("The Hub meeting was held on 3 November 2026, recorded on 5 November.");
        assertThat(narrator.tell(held, Instant.parse("2026-11-03T10:00:00Z")))
                .isEqualTo("The Hub meeting was held on 3 November 2026.");
        assertThat(narrator.tell(held, Instant.parse("2027-01-02T10:00:00Z")))
                .isEqualTo("The Hub meeting was held on 3 November 2026, recorded on 2 January 2027.");
        assertThat(narrator.tell(held, Instant.parse("2026-11-03T23:30:00Z")))
                .as("a day is a day in London")
                .isEqualTo("The Hub meeting was held on 3 November 2026.");
    }

    @Test
    void nobody_is_said_to_have_declared_an_interest_themselves() {
        assertThat(told(
                        "HubMeeting.InterestDeclared",
                        "{\"meetingId\":\"%s\",\"referralId\":\"%s\",\"member\":\"carol\",\"nature\":\"RELATIVE\"}"
                                .formatted(ID, ID)))
                .isEqualTo(
                        "An interest in this case was declared for carol (a relative), who may therefore neither open"
                                + " nor decide it.");
    }

    @Test
    void every_stream_has_golden_events_here() throws IOException {
        try (var files = golden()) {
            assertThat(files.map(f -> f.getFileName().toString().replaceAll("\\..*", ""))
                            .distinct())
                    .containsExactlyInAnyOrderElementsOf(EventTypes.all()
                            .map(EventTypes.EventType::stream)
                            .distinct()
                            .toList());
        }
    }
}
