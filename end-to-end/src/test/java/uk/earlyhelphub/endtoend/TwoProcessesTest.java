package uk.earlyhelphub.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.earlyhelphub.endtoend.RunningHub.send;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import uk.earlyhelphub.command.CommandProcess;
import uk.earlyhelphub.endtoend.RunningHub.Answer;
import uk.earlyhelphub.localpostgres.LocalPostgres;
import uk.earlyhelphub.personaldata.MasterKeys;
import uk.earlyhelphub.query.QueryProcess;

/** The command side and the query side as applications of their own that share nothing but PostgreSQL. */
class TwoProcessesTest {
    private static final LocalPostgres POSTGRES = LocalPostgres.throwAway();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    private static ConfigurableApplicationContext commands = new GenericApplicationContext();
    private static ConfigurableApplicationContext queries = new GenericApplicationContext();

    @BeforeAll
    static void start() {
        MasterKeys.createFile(folder.resolve("master.json"));
        commands = start(CommandProcess.application(), POSTGRES, folder.resolve("master.json"));
        queries = start(QueryProcess.application(), POSTGRES, folder.resolve("master.json"));
    }

    @AfterAll
    static void stop() {
        queries.close();
        commands.close();
        POSTGRES.close();
    }

    static ConfigurableApplicationContext start(
            SpringApplication process, LocalPostgres postgres, Path masterKey, String... more) {
        // Stands in for the organisation's issuer: whoever presents "amy" is Amy, and "maya" is her manager.
        process.addInitializers((ApplicationContextInitializer<GenericApplicationContext>) context ->
                context.registerBean(
                        "issuer",
                        JwtDecoder.class,
                        () -> token -> Jwt.withTokenValue(token)
                                .header("alg", "RS256")
                                .subject(token)
                                .issuedAt(Instant.now())
                                .claim("name", token)
                                .claim("roles", List.of(token.equals("maya") ? "MANAGER" : "CASEWORKER"))
                                .claim("organisation", "afc")
                                .claim("team", "windsor")
                                .build()));
        var settings = List.of(
                "--server.port=0",
                "--hub.db.url=" + postgres.jdbcUrl(),
                "--hub.db.owner=" + postgres.owner(),
                "--hub.db.roles-secret=a secret for tests only",
                "--hub.vault.master-keys=" + masterKey.toUri(),
                "--hub.vault.search-secret=another secret");
        return process.run(Stream.concat(settings.stream(), Stream.of(more)).toArray(String[]::new));
    }

    private static Answer ask(ConfigurableApplicationContext process, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:" + process.getEnvironment().getProperty("local.server.port") + path))
                .header("Authorization", "Bearer amy")
                .header("Content-Type", "application/json");
        return send(body.isEmpty() ? request : request.POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** N19: nothing that anybody starts to try it out is open to the network in plain HTTP. */
    @Test
    void both_sides_listen_on_this_machine_only_unless_they_are_told_otherwise() {
        for (var side : List.of(commands, queries)) {
            assertThat(side.getEnvironment().getProperty("server.address")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void what_is_done_on_one_side_is_read_on_the_other() {
        var search = ask(queries, "/api/person-searches", "{\"name\":\"Two Processes\"}");
        assertThat(search.status()).as(search.body()).isEqualTo(200);
        var received = ask(commands, "/api/referrals", """
                {"channel":"PROFESSIONAL","receivedOn":"%s","area":"Clewer","team":"windsor",
                 "referrer":{"kind":"PROFESSIONAL","anonymousToFamily":false},"familyAware":"YES","immediateRisk":false,
                 "child":"c","summary":"Seen from both sides.","searchId":"%s",
                 "people":[{"key":"c","part":"CHILD","name":"Two Processes","inHousehold":true}]}""".formatted(
                        LocalDate.now(ZoneId.of("Europe/London")), search.text("searchId")));
        assertThat(received.status()).as(received.body()).isEqualTo(201);
        var id = received.text("id");
        var seen = ask(queries, "/api/referrals/" + id + "?version=1", "");
        assertThat(seen.status()).as(seen.body()).isEqualTo(200);
        assertThat(seen.body()).contains("Seen from both sides.");
        assertThat(ask(commands, "/api/referrals/" + id, "").status()).isEqualTo(404);
        assertThat(ask(queries, "/api/referrals/" + id + "/closure", "{\"reasonCode\":\"DUPLICATE\"}")
                        .status())
                .isEqualTo(404);
        await().untilAsserted(() -> assertThat(
                        ask(queries, "/api/referrals/" + id + "/trail", "").body())
                .contains("was received on"));
    }
}
