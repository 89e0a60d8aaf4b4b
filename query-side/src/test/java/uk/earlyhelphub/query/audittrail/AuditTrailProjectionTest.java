package uk.earlyhelphub.query.audittrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import uk.earlyhelphub.events.ids.AccessId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.recordaccess.RecordsSearched;
import uk.earlyhelphub.events.referral.ReferralEvent;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.platform.engine.EventPosition;
import uk.earlyhelphub.query.fixture.AFamily;
import uk.earlyhelphub.query.fixture.ProjectionFixture;

class AuditTrailProjectionTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/trail-of-a-family.txt");
    private final ProjectionFixture fixture = new ProjectionFixture();
    private final AuditTrailProjection projection = new AuditTrailProjection(ProjectionFixture.codec());
    private final TrailLines lines = new TrailLines(fixture.databases(), ProjectionFixture.codec());

    @AfterEach
    void end() {
        fixture.close();
    }

    private List<TrailLines.Line> lines(TrailFilter filter) {
        return lines.page(filter, EventPosition.START, 1_000);
    }

    private static TrailFilter filter(
            @Nullable String referral, @Nullable String person, @Nullable String actor, @Nullable String type) {
        return new TrailFilter(referral, person, actor, null, type, null, null, null, null, null, null);
    }

    private ReferralState state() {
        return ReferralState.of(fixture.history().stream()
                .map(e -> e.payload())
                .filter(ReferralEvent.class::isInstance)
                .map(ReferralEvent.class::cast)
                .toList());
    }

    @Test
    void the_account_of_a_whole_family_reads_as_it_was_agreed() throws IOException {
        new AFamily(fixture).livesThroughAll();
        fixture.project(projection);
        var narrator = Narrator.ofCase(state(), lines.colleagues(), ProjectionFixture::words);
        var account = lines(filter(null, null, null, null)).stream()
                .map(line -> lines.entry(line, narrator))
                .map(entry -> (entry.referralId() == null ? "  " : "* ")
                        + entry.at().toString().substring(0, 10) + " " + entry.who() + ": " + entry.what() + "\n")
                .collect(Collectors.joining());
        if (Boolean.getBoolean("hub.regenerate")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, account);
        }
        assertThat(account).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void a_line_belongs_to_the_case_that_its_event_names() {
        new AFamily(fixture).livesThroughAll();
        fixture.project(projection);
        assertThat(lines(filter(AFamily.REFERRAL.value(), null, null, null)))
                .extracting(TrailLines.Line::type)
                .contains(
                        "Referral.ReferralReceived",
                        "HubMeeting.AgendaItemAdded",
                        "HubMeeting.AgendaItemRemoved",
                        "HubMeeting.InterestDeclared",
                        "RecordAccess.RecordOpened",
                        "RecordAccess.RecordRefused",
                        "RecordAccess.RecordExported",
                        "RecordAccess.ExportDelivered")
                .doesNotContain("HubMeeting.HubMeetingHeld", "ServiceOffer.ServiceOfferRegistered");
        assertThat(lines(filter(null, null, null, null)))
                .as("nothing that happened is missing from the account of everything")
                .hasSameSizeAs(fixture.history());
    }

    @Test
    void it_can_be_asked_by_person_by_actor_and_by_type() {
        new AFamily(fixture).arrives().isDiscussed();
        fixture.happened(
                "b1000000-0000-4000-8000-000000000001",
                new RecordsSearched(
                        new AccessId("b1000000-0000-4000-8000-000000000001"),
                        List.of("name"),
                        1,
                        List.of(AFamily.ORLA)));
        fixture.project(projection);
        assertThat(lines(filter(null, AFamily.ORLA.value(), null, null)))
                .extracting(TrailLines.Line::type)
                .containsExactly("Referral.PersonAdded", "Referral.PrivacyNoticeGiven", "RecordAccess.RecordsSearched");
        assertThat(lines(filter(null, null, "carol", "HubMeeting.*"))).hasSize(7);
        assertThat(lines(filter(null, null, "nobody", null))).isEmpty();
    }

    @Test
    void a_correction_is_told_from_what_the_record_held_and_people_by_their_name_now() {
        new AFamily(fixture).arrives();
        fixture.project(projection);
        var narrator = Narrator.ofCase(state(), lines.colleagues(), ProjectionFixture::words);
        var told = lines(filter(null, null, null, "Referral.DetailsCorrected")).stream()
                .map(line -> lines.entry(line, narrator).what())
                .toList();
        assertThat(told)
                .containsExactly(
                        "The name of Leo O'Brien (child) was corrected from Leo Obrien to Leo O'Brien, because: His mother"
                                + " spelt it.",
                        "The date of birth of Leo O'Brien (child) was corrected to 14 May 2016, because: Seen on the birth"
                                + " certificate.");
    }

    @Test
    void colleagues_are_called_by_the_name_under_which_they_acted_last_or_were_invited() {
        new AFamily(fixture).arrives().isDiscussed();
        fixture.project(projection);
        var colleagues = lines.colleagues();
        assertThat(colleagues.apply("carol")).isEqualTo("Carol Nkemelu");
        assertThat(colleagues.apply("hv")).isEqualTo("Jo Bassett");
        assertThat(colleagues.apply("somebody-else")).isEqualTo("somebody-else");
    }

    @Test
    void a_replay_comes_to_the_same_lines() {
        new AFamily(fixture).livesThroughAll();
        fixture.project(projection);
        fixture.replaysTheSame(projection);
    }

    @Test
    void the_same_event_is_never_told_twice() {
        new AFamily(fixture).arrives();
        fixture.project(projection);
        assertThatThrownBy(() -> fixture.apply(projection, fixture.history()))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(lines(filter(null, null, null, null))).hasSameSizeAs(fixture.history());
    }

    @Test
    void every_line_says_for_whom_and_why_and_keeps_its_texts_sealed() {
        new AFamily(fixture).arrives().consents();
        fixture.project(projection);
        var line = lines.entry(
                lines(filter(null, null, "maya", null)).getFirst(), Narrator.ofSkeletons(lines.colleagues()));
        assertThat(line.who()).isEqualTo("Maya Lindqvist");
        assertThat(line.role()).isEqualTo("MANAGER");
        assertThat(line.why()).isEqualTo(Purpose.PROTECT.name());
        assertThat(line.what())
                .startsWith("A manager, Maya Lindqvist, decided on 7 November 2026, to go on without consent for")
                .contains("until 7 December 2026")
                .contains("with social care services")
                .doesNotContain("Nobody opens the door");
    }
}
