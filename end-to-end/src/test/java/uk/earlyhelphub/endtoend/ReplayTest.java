package uk.earlyhelphub.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.earlyhelphub.endtoend.RunningHub.CONTEXT;
import static uk.earlyhelphub.endtoend.RunningHub.get;
import static uk.earlyhelphub.endtoend.RunningHub.post;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.earlyhelphub.events.ids.InformationId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.EnvelopeKeys;
import uk.earlyhelphub.events.privacy.InformationCategory;
import uk.earlyhelphub.events.referral.InformationRecorded;
import uk.earlyhelphub.events.referral.ReferralReceived;
import uk.earlyhelphub.personaldata.Vault;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.PostgresEventStorageEngine;
import uk.earlyhelphub.platform.engine.Projection;
import uk.earlyhelphub.platform.engine.ProjectionRunner;
import uk.earlyhelphub.platform.wiring.ProjectionRunners;

/** Whatever a reader is shown can be made again from the history, without revealing anything. */
class ReplayTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

    private static void someHistory() {
        for (int n = 0; n < 5; n++) {
            var search = post("amy", "/api/person-searches", "{\"name\":\"Replay " + n + "\"}")
                    .text("searchId");
            var id = post("amy", "/api/referrals", """
                            {"channel":"PROFESSIONAL","receivedOn":"%s","area":"Clewer","team":"windsor",
                             "referrer":{"kind":"PROFESSIONAL","anonymousToFamily":false},"familyAware":"YES","immediateRisk":%s,
                             "immediateRiskReason":"said so","child":"c","summary":"s","searchId":"%s",
                             "people":[{"key":"c","part":"CHILD","name":"Replay %d","inHousehold":true}]}""".formatted(TODAY, n == 3, search, n))
                    .text("id");
            get("amy", "/api/referrals/" + id + "?version=1");
            var person = get("amy", "/api/referrals/" + id)
                    .json()
                    .get("people")
                    .get(0)
                    .get("personId")
                    .asString();
            var corrected = post(
                    "amy",
                    "/api/referrals/" + id + "/corrections",
                    "{\"personId\":\"%s\",\"field\":\"name\",\"was\":\"Replay\",\"now\":\"Again %d\",\"reason\":\"misheard\"}"
                            .formatted(person, n));
            assertThat(corrected.status()).as(corrected.body()).isEqualTo(202);
            var shown = get(
                    "amy",
                    "/api/referrals/" + id + "?version=" + corrected.json().get("version"));
            assertThat(shown.json().get("people").get(0).get("name").asString()).isEqualTo("Again " + n);
        }
    }

    private static Map<String, String> digests() {
        var tables = new JdbcTemplate(CONTEXT.getBean(Databases.class).projector());
        var digests = new TreeMap<String, String>();
        CONTEXT.getBeansOfType(Projection.class)
                .values()
                .forEach(p -> p.tables()
                        .forEach(table -> digests.put(
                                table,
                                String.valueOf(tables.queryForObject(
                                        "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from "
                                                + table + " t",
                                        String.class)))));
        return digests;
    }

    private static void caughtUp() {
        var head = CONTEXT.getBean(EventLog.class).head();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(
                                CONTEXT.getBean(ProjectionRunners.class).all())
                        .allSatisfy(r -> assertThat(r.standing().position()).isEqualTo(head)));
    }

    @Test
    void every_projection_filled_again_from_the_history_is_the_same() {
        someHistory();
        caughtUp();
        var live = digests();
        var revealed = CONTEXT.getBean(Vault.class).revealsSoFar();
        CONTEXT.getBean(ProjectionRunners.class).all().forEach(ProjectionRunner::rebuild);
        caughtUp();
        assertThat(digests()).isEqualTo(live);
        assertThat(CONTEXT.getBean(Vault.class).revealsSoFar()).isEqualTo(revealed);
        assertThat(CONTEXT.getBean(ProjectionRunners.class).all())
                .allSatisfy(r -> assertThat(r.standing().deadLetters()).isZero());
    }

    /** Two hundred pieces of information about one child, sealed as the desk seals them. */
    private static void muchIsRecorded(String referral) {
        var log = CONTEXT.getBean(EventLog.class);
        var history = log.ofAggregate(referral, 0);
        var child = ((ReferralReceived) history.getFirst().payload()).child();
        var command = UUID.randomUUID().toString();
        var envelope = new HashMap<String, Object>(history.getFirst().envelope());
        envelope.put(EnvelopeKeys.COMMAND_ID, command);
        var sealer = CONTEXT.getBean(Vault.class).sealer(command);
        var type = InformationRecorded.class;
        var events = IntStream.range(0, 200)
                .mapToObj(n -> new GenericDomainEventMessage<>(
                        "Referral",
                        referral,
                        history.size() + n,
                        new InformationRecorded(
                                new ReferralId(referral),
                                new InformationId(UUID.randomUUID().toString()),
                                child,
                                InformationCategory.ATTENDANCE,
                                "attendance-rate",
                                sealer.seal(type, "text", child, n + " per cent"),
                                sealer.seal(type, "source", child, "school"),
                                TODAY),
                        MetaData.from(envelope)))
                .toList();
        CONTEXT.getBean(PostgresEventStorageEngine.class).appendEvents(events);
    }

    @Test
    void replaying_ten_thousand_sealed_events_reveals_nothing() {
        var search = post("amy", "/api/person-searches", "{\"name\":\"Ten Thousand\"}")
                .text("searchId");
        for (int n = 0; n < 50; n++) {
            muchIsRecorded(
                    post("amy", "/api/referrals", """
                            {"channel":"PROFESSIONAL","receivedOn":"%s","area":"Clewer","team":"windsor",
                             "referrer":{"kind":"PROFESSIONAL","anonymousToFamily":false},"familyAware":"YES","immediateRisk":false,
                             "child":"c","summary":"s","searchId":"%s",
                             "people":[{"key":"c","part":"CHILD","name":"Ten Thousand","inHousehold":true}]}""".formatted(TODAY, search)).text("id"));
        }
        caughtUp();
        var live = digests();
        var revealed = CONTEXT.getBean(Vault.class).revealsSoFar();
        CONTEXT.getBean(ProjectionRunners.class).all().forEach(ProjectionRunner::rebuild);
        caughtUp();
        assertThat(digests()).isEqualTo(live);
        assertThat(CONTEXT.getBean(Vault.class).revealsSoFar()).isEqualTo(revealed);
    }
}
