package uk.earlyhelphub.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.earlyhelphub.endtoend.RunningHub.CONTEXT;
import static uk.earlyhelphub.endtoend.RunningHub.post;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.earlyhelphub.command.serviceoffer.RegisterServiceOffer;
import uk.earlyhelphub.events.ids.OfferId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.referral.LevelOfNeed;
import uk.earlyhelphub.events.referral.NeedDomain;
import uk.earlyhelphub.platform.commands.CommandEnvelope;
import uk.earlyhelphub.platform.commands.Commands;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.platform.ids.IdsOfCommands;

/** People write names into keys. A key makes a request the same when it comes again, and stands nowhere. */
class KeysTest {
    private static final String SERVICE =
            "{\"name\":\"Keys\",\"provider\":\"acorn\",\"description\":\"d\",\"needs\":[\"%s\"],\"levels\":[\"%s\"],\"areas\":[\"Clewer\"],\"places\":3}"
                    .formatted(NeedDomain.values()[0], LevelOfNeed.values()[0]);

    private static long rowsWith(String text) {
        var reader = new JdbcTemplate(CONTEXT.getBean(Databases.class).reader());
        var writer = new JdbcTemplate(CONTEXT.getBean(Databases.class).writer());
        var events = reader.queryForObject(
                "select count(*) from events.domain_event where metadata::text ilike ? or payload::text ilike ?",
                Long.class,
                "%" + text + "%",
                "%" + text + "%");
        var receipts = writer.queryForObject(
                "select count(*) from events.command_receipt where command_id ilike ?", Long.class, "%" + text + "%");
        return (events == null ? 0 : events) + (receipts == null ? 0 : receipts);
    }

    @Test
    void what_was_typed_as_a_key_stands_in_no_event_and_no_receipt_and_still_makes_a_request_the_same() {
        var key = "Jemima-Doe." + UUID.randomUUID();
        var first = post("maya", "/api/services", SERVICE, "Idempotency-Key", key);
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(post("maya", "/api/services", SERVICE, "Idempotency-Key", key)
                        .body())
                .isEqualTo(first.body());
        assertThat(post("maya", "/api/services", SERVICE.replace("3}", "4}"), "Idempotency-Key", key)
                        .code())
                .isEqualTo("idempotency-key-reused");
        assertThat(rowsWith("Jemima")).isZero();
    }

    @Test
    void a_key_of_one_person_is_none_of_another_s() {
        var key = "the-same-" + UUID.randomUUID();
        var home = "{\"relation\":\"HOME\",\"postcode\":\"SL4 7KK\"}";
        var school = "{\"relation\":\"HOME\",\"postcode\":\"SL4 7KL\"}";
        assertThat(post("pat", "/api/my-connections", home, "Idempotency-Key", key)
                        .status())
                .isEqualTo(202);
        assertThat(post("hana", "/api/my-connections", school, "Idempotency-Key", key)
                        .status())
                .isEqualTo(202);
    }

    @Test
    void what_an_earlier_release_did_by_a_key_as_it_was_typed_is_honoured() throws Exception {
        var key = "an-early-key-" + UUID.randomUUID();
        var offer = new OfferId(CONTEXT.getBean(IdsOfCommands.class).of("maya\n" + key, "offer"));
        var fingerprint = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(("POST /api/services\n" + SERVICE).getBytes(StandardCharsets.UTF_8)));
        CONTEXT.getBean(Commands.class)
                .send(
                        new RegisterServiceOffer(
                                offer,
                                "Keys",
                                "acorn",
                                "d",
                                List.of(NeedDomain.values()[0]),
                                List.of(LevelOfNeed.values()[0]),
                                List.of("Clewer"),
                                3),
                        new CommandEnvelope(
                                new Actor("maya", "Maya Lindqvist", Role.MANAGER, "afc", "windsor"),
                                Purpose.OPERATE,
                                key,
                                fingerprint,
                                key,
                                null,
                                null));
        var again = post("maya", "/api/services", SERVICE, "Idempotency-Key", key);
        assertThat(again.status()).as(again.body()).isEqualTo(201);
        assertThat(again.text("id")).isEqualTo(offer.value());
        assertThat(again.json().get("version").asLong()).isZero();
        assertThat(post("maya", "/api/services", SERVICE.replace("3}", "4}"), "Idempotency-Key", key)
                        .code())
                .isEqualTo("idempotency-key-reused");
    }

    @Test
    void a_correlation_that_is_no_random_id_is_refused() {
        assertThat(post("maya", "/api/services", SERVICE, "X-Correlation-Id", "Jane Doe of Clewer")
                        .json()
                        .get("errors")
                        .get(0)
                        .get("rule")
                        .asString())
                .isEqualTo("correlation-shape");
    }

    @Test
    void a_search_that_is_sent_again_by_its_key_is_one_search() {
        var key = UUID.randomUUID().toString();
        var body = "{\"name\":\"Sent Again\"}";
        var first = post("amy", "/api/person-searches", body, "Idempotency-Key", key);
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(post("amy", "/api/person-searches", body, "Idempotency-Key", key)
                        .text("searchId"))
                .isEqualTo(first.text("searchId"));
        assertThat(post("amy", "/api/person-searches", body.replace("Again", "Anew"), "Idempotency-Key", key)
                        .code())
                .isEqualTo("idempotency-key-reused");
        assertThat(post("amy", "/api/person-searches", body).text("searchId")).isNotEqualTo(first.text("searchId"));
    }
}
