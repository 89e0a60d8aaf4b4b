package uk.earlyhelphub.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.earlyhelphub.endtoend.RunningHub.as;
import static uk.earlyhelphub.endtoend.RunningHub.base;
import static uk.earlyhelphub.endtoend.RunningHub.get;
import static uk.earlyhelphub.endtoend.RunningHub.refusal;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import uk.earlyhelphub.api.CommandHeaders;
import uk.earlyhelphub.api.referral.AllocationApi;
import uk.earlyhelphub.api.referral.AllocationApi.AllocationForm;
import uk.earlyhelphub.api.referral.AllocationApi.StartForm;
import uk.earlyhelphub.api.referral.PersonForm;
import uk.earlyhelphub.api.referral.ReceivingApi;
import uk.earlyhelphub.api.referral.ReceivingApi.ReferralForm;
import uk.earlyhelphub.client.HubClient;
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

    private static PersonForm person(String key, PartInFamily part, String name) {
        return new PersonForm(
                key, part, name, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, true, null, null);
    }
}
