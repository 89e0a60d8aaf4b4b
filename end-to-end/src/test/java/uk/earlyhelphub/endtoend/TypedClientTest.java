package uk.earlyhelphub.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.earlyhelphub.endtoend.RunningHub.as;
import static uk.earlyhelphub.endtoend.RunningHub.base;
import static uk.earlyhelphub.endtoend.RunningHub.get;
import static uk.earlyhelphub.endtoend.RunningHub.refusal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import uk.earlyhelphub.api.CommandHeaders;
import uk.earlyhelphub.api.KeyHeaders;
import uk.earlyhelphub.api.conflict.ConflictsApi;
import uk.earlyhelphub.api.connection.ConnectionsApi;
import uk.earlyhelphub.api.deadletter.DeadLettersApi;
import uk.earlyhelphub.api.emergency.EmergenciesApi;
import uk.earlyhelphub.api.referral.AllocationApi;
import uk.earlyhelphub.api.referral.AllocationApi.AllocationForm;
import uk.earlyhelphub.api.referral.AllocationApi.StartForm;
import uk.earlyhelphub.api.referral.PersonForm;
import uk.earlyhelphub.api.referral.ReceivingApi;
import uk.earlyhelphub.api.referral.ReceivingApi.ReferralForm;
import uk.earlyhelphub.api.replay.ReplayApi;
import uk.earlyhelphub.api.replay.ReplayApi.ReplayActed;
import uk.earlyhelphub.api.replay.ReplayApi.ReplayForm;
import uk.earlyhelphub.api.replay.ReplayApi.ReplayStanding;
import uk.earlyhelphub.api.replay.ReplayJob;
import uk.earlyhelphub.api.replay.ReplaysApi;
import uk.earlyhelphub.api.trail.TrailExportApi;
import uk.earlyhelphub.api.trail.TrailExportApi.TrailExportForm;
import uk.earlyhelphub.api.trail.TrailExportApi.TrailFilterForm;
import uk.earlyhelphub.api.trail.TrailExportApi.TrailFormat;
import uk.earlyhelphub.client.HubClient;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.operations.ReplayKind;
import uk.earlyhelphub.events.operations.ReplayReason;
import uk.earlyhelphub.events.referral.Answer;
import uk.earlyhelphub.events.referral.Channel;
import uk.earlyhelphub.events.referral.PartInFamily;
import uk.earlyhelphub.events.referral.ReferrerKind;

/** The client is made from the same interfaces that the Hub implements: what one sends, the other reads, refusals included. */
class TypedClientTest {
    private static final String NOBODYS = "0b7e9d6a-51c4-4a53-9a7e-2f3f6f0f6a10";

    @Test
    void a_refusal_is_thrown_with_its_code_and_its_words() {
        var refused = refusal(() -> as("pat")
                .api(AllocationApi.class)
                .start(NOBODYS, NOBODYS, CommandHeaders.none(), new StartForm(LocalDate.EPOCH)));
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.code()).isEqualTo("not-found");
        assertThat(refused.problem().type()).isEqualTo("/problems/not-found");
        assertThat(refused.getMessage()).contains("There is nothing here for you by that name.");
        assertThat(refused.retryAfter()).isEmpty();
    }

    @Test
    void the_headers_of_a_command_arrive() {
        var refused = refusal(() -> as("amy")
                .api(AllocationApi.class)
                .start(NOBODYS, NOBODYS, CommandHeaders.key("short"), new StartForm(LocalDate.EPOCH)));
        assertThat(refused.code()).isEqualTo("key-shape");
        assertThat(refused.faults())
                .singleElement()
                .satisfies(f -> assertThat(f.field()).isEqualTo(CommandHeaders.IDEMPOTENCY_KEY));
    }

    @Test
    void nobody_learns_what_is_wrong_with_a_form_without_a_good_token() {
        var stranger = HubClient.at(URI.create(base()), () -> "no-token");
        var refused = refusal(() -> stranger.api(AllocationApi.class)
                .allocate(NOBODYS, CommandHeaders.none(), new AllocationForm("", List.of(), LocalDate.EPOCH, null)));
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.code()).isEqualTo("not-signed-in");
    }

    @Test
    void a_version_of_the_api_that_is_not_answered_is_refused_with_those_that_are() {
        for (var version : new String[] {"2", "0", "1.5", "one"}) {
            var refused = get("amy", "/api/worklist", "API-Version", version);
            assertThat(refused.status()).as(version).isEqualTo(400);
            assertThat(refused.code()).isEqualTo("api-version-not-supported");
            assertThat(refused.text("detail")).endsWith("Ask for one of: 1.");
        }
        assertThat(get("amy", "/api/worklist", "API-Version", "1").status()).isEqualTo(200);
        assertThat(get("amy", "/api/worklist").status()).isEqualTo(200);
    }

    /** N10: whoever receives a referral can tell the referrer at once by which reference to ask for it. */
    @Test
    void whoever_receives_a_referral_is_told_its_reference() {
        var search = RunningHub.post("amy", "/api/person-searches", "{\"name\":\"Wren Typed\"}")
                .text("searchId");
        var child = person("c", PartInFamily.CHILD, "Wren Typed");
        var form = new ReferralForm(
                Channel.PHONE,
                LocalDate.now(ZoneId.of("Europe/London")),
                "Clewer",
                "windsor",
                new ReceivingApi.ReferrerForm(ReferrerKind.NEIGHBOUR, null, null, null, true),
                Answer.YES,
                null,
                false,
                null,
                "c",
                "Often alone after school.",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                search,
                null,
                List.of(child),
                null);
        var key = CommandHeaders.key("typed-reference-1");
        var made = as("amy").api(ReceivingApi.class).receive(key, form);
        var reply = Objects.requireNonNull(made.getBody());
        assertThat(made.getStatusCode().value()).isEqualTo(201);
        assertThat(reply.reference())
                .isEqualTo(get("amy", "/api/referrals/" + reply.id()).text("reference"));
        assertThat(as("amy").api(ReceivingApi.class).receive(key, form).getBody())
                .as("sent again")
                .isEqualTo(reply);
    }

    /** A19: also a file, whose content the client hands on as it came, and whose key makes it one export. */
    @Test
    void a_file_is_fetched_and_sent_for_again_it_is_the_same_export() throws IOException {
        // Nobody exports more than so much in an hour, and others did before.
        RunningHub.CLOCK.ahead(Duration.ofHours(2));
        try {
            export();
        } finally {
            RunningHub.CLOCK.ahead(Duration.ZERO);
        }
    }

    private static void export() throws IOException {
        var exports = as("dora").api(TrailExportApi.class);
        var ofNobody = new TrailFilterForm(
                NOBODYS, null, null, null, "Referral.*", Purpose.AUDIT, null, null, null, null, null);
        var form = new TrailExportForm(TrailFormat.CSV, Purpose.AUDIT, 1, ofNobody);
        var key = KeyHeaders.key("typed-export-1");
        var answer = exports.export(key, form);
        var file = new ByteArrayOutputStream();
        Objects.requireNonNull(answer.getBody()).writeTo(file);
        assertThat(file.toString(StandardCharsets.ISO_8859_1)).startsWith("PK");
        assertThat(answer.getHeaders().getContentDisposition().getFilename()).isEqualTo("trail.zip");
        assertThat(exports.export(key, form).getHeaders().getFirst("X-Export-Id"))
                .isNotNull()
                .isEqualTo(answer.getHeaders().getFirst("X-Export-Id"));
        var other = new TrailExportForm(TrailFormat.JSON_LINES, Purpose.AUDIT, 1, ofNobody);
        assertThat(refusal(() -> exports.export(key, other)).code()).isEqualTo("idempotency-key-reused");
    }

    /** A5, A19: those who keep the Hub running, and those who judge, have a typed client as well. */
    @Test
    void replays_and_what_is_judged_come_through_the_typed_client() {
        var replays = as("aled").api(ReplayApi.class);
        var form = new ReplayForm("directory", ReplayKind.CHECK, ReplayReason.DRILL, "TYPED-1");
        var asked = Objects.requireNonNull(
                replays.request(CommandHeaders.none(), form).getBody());
        assertThat(asked.state()).isEqualTo(ReplayStanding.REQUESTED);
        assertThat(refusal(() -> replays.approve(asked.id(), CommandHeaders.none()))
                        .code())
                .isEqualTo("second-person");
        var headers = CommandHeaders.none().at(asked.version());
        assertThat(replays.cancel(asked.id(), headers).getBody())
                .isEqualTo(new ReplayActed(
                        asked.id(), asked.version() + 1, "directory", ReplayKind.CHECK, ReplayStanding.CANCELLED));
        var job = as("omar").api(ReplaysApi.class).replay(asked.id()).getBody();
        assertThat(Objects.requireNonNull(job).state()).isEqualTo(ReplayJob.State.CANCELLED);
        assertThat(as("omar").api(DeadLettersApi.class).held("no-such", 1).getBody())
                .isEmpty();
        assertThat(refusal(() -> as("dora").api(EmergenciesApi.class).emergency(NOBODYS))
                        .status())
                .isEqualTo(404);
        assertThat(as("dora").api(ConflictsApi.class).conflicts(true, null, 200).getBody())
                .isNotNull();
        assertThat(as("dora").api(ConnectionsApi.class).mine().getBody()).isNotNull();
    }

    private static PersonForm person(String key, PartInFamily part, String name) {
        return new PersonForm(
                key, part, name, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, true, null, null);
    }
}
