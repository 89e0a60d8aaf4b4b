package uk.earlyhelphub.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import uk.earlyhelphub.command.CommandProcess;
import uk.earlyhelphub.endtoend.RunningHub.Answer;
import uk.earlyhelphub.localpostgres.LocalPostgres;
import uk.earlyhelphub.personaldata.MasterKeys;
import uk.earlyhelphub.platform.engine.HubEventStore;

/** Several command sides whose commands Axon Server carries to each other, while events stay in PostgreSQL. */
class AxonServerTest {
    private static final LocalPostgres POSTGRES = LocalPostgres.throwAway();
    private static final String SERVICE =
            "{\"name\":\"Far away\",\"provider\":\"p\",\"description\":\"d\",\"needs\":[\"EDUCATION\"],\"levels\":[\"ADDITIONAL\"],\"areas\":[\"Clewer\"],\"places\":1}";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Relay relay;

    private static int sides;
    private static ConfigurableApplicationContext one = new GenericApplicationContext();
    private static ConfigurableApplicationContext other = new GenericApplicationContext();

    @BeforeAll
    static void start() throws Exception {
        relay = new Relay();
        MasterKeys.createFile(folder.resolve("master.json"));
        one = process(relay.address());
        other = process(relay.address());
        await().until(() -> relay.takers() == 2);
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
        relay.close();
        POSTGRES.close();
    }

    private static ConfigurableApplicationContext process(String servers) {
        return TwoProcessesTest.start(
                CommandProcess.application(),
                POSTGRES,
                folder.resolve("master.json"),
                "--axon.axonserver.enabled=true",
                "--axon.axonserver.servers=" + servers,
                "--axon.axonserver.client-id=side-" + ++sides);
    }

    private static Answer on(ConfigurableApplicationContext process, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:" + process.getEnvironment().getProperty("local.server.port") + path))
                .header("Authorization", "Bearer maya")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return RunningHub.send(request);
    }

    private static String capacity(int places) {
        return "{\"places\":%d,\"reason\":\"r\"}".formatted(places);
    }

    @Test
    void events_stay_in_postgres_and_transactions_are_springs() {
        assertThat(one.getBean(CommandBus.class)).isExactlyInstanceOf(AxonServerCommandBus.class);
        assertThat(one.getBean(EventStore.class)).isExactlyInstanceOf(HubEventStore.class);
        assertThat(one.getBean(TransactionManager.class)).isExactlyInstanceOf(SpringTransactionManager.class);
    }

    @Test
    void a_command_is_handled_far_away_and_answered_as_if_it_were_near() {
        var before = relay.carried();
        var registered = on(one, "/api/services", SERVICE, "Idempotency-Key", "far-away-1");
        assertThat(registered.status()).as(registered.body()).isEqualTo(201);
        assertThat(relay.carried()).isEqualTo(before + 1);
        var again = on(other, "/api/services", SERVICE, "Idempotency-Key", "far-away-1");
        assertThat(again.body()).isEqualTo(registered.body());
        var path = "/api/services/" + registered.text("id") + "/capacity";
        assertThat(on(one, path, capacity(2)).json().get("version").asLong()).isEqualTo(1);
        assertThat(on(other, path, capacity(3)).json().get("version").asLong()).isEqualTo(2);
    }

    @Test
    void a_broken_rule_keeps_its_name_on_the_way_back() {
        var id = on(one, "/api/services", SERVICE).text("id");
        var path = "/api/services/" + id;
        assertThat(on(one, path + "/withdrawal", "{\"reason\":\"r\"}").status()).isEqualTo(202);
        var refused = on(one, path + "/withdrawal", "{\"reason\":\"r\"}");
        assertThat(refused.status()).as(refused.body()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("service-withdrawn");
        var unknown = on(one, "/api/services/00000000-0000-4000-8000-000000000000/capacity", capacity(2));
        assertThat(unknown.status()).as(unknown.body()).isEqualTo(404);
        var key = on(other, path + "/capacity", capacity(9), "Idempotency-Key", "far-away-1-x");
        assertThat(key.code()).isEqualTo("service-withdrawn");
    }

    @Test
    void of_many_at_once_on_both_sides_each_is_done_or_refused_and_none_is_lost() throws Exception {
        var id = on(one, "/api/services", SERVICE).text("id");
        var answers = new ArrayList<java.util.concurrent.Future<Answer>>();
        try (var many = Executors.newFixedThreadPool(8)) {
            for (int n = 0; n < 60; n++) {
                var places = n + 2;
                var side = n % 2 == 0 ? one : other;
                answers.add(many.submit(() -> on(side, "/api/services/" + id + "/capacity", capacity(places))));
            }
        }
        var done = 0L;
        for (var answer : answers) {
            var got = answer.get();
            assertThat(got.status() == 202 || got.code().equals("changed-meanwhile"))
                    .as(got.body())
                    .isTrue();
            done += got.status() == 202 ? 1 : 0;
        }
        var last = on(one, "/api/services/" + id + "/capacity", capacity(1));
        assertThat(last.json().get("version").asLong()).isEqualTo(done + 1);
    }

    @Test
    void without_the_server_the_answer_is_not_now_and_nothing_is_done() throws Exception {
        try (var lonely = new Relay();
                var process = process(lonely.address())) {
            var refused = on(process, "/api/services", SERVICE);
            assertThat(refused.status()).as(refused.body()).isEqualTo(503);
            assertThat(refused.code()).isEqualTo("not-now");
            lonely.close();
            await().untilAsserted(() ->
                    assertThat(on(process, "/api/services", SERVICE).code()).isEqualTo("not-now"));
        }
    }

    @Test
    @EnabledIfEnvironmentVariable(
            named = "AXON_SERVER",
            matches = ".+:\\d+",
            disabledReason = "AXON_SERVER names no server (host:port)")
    void a_real_axon_server_carries_them_too() {
        try (var a = process(System.getenv("AXON_SERVER"));
                var b = process(System.getenv("AXON_SERVER"))) {
            for (var side : List.of(a, b)) {
                await().untilAsserted(() ->
                        assertThat(on(side, "/api/services", SERVICE).status()).isEqualTo(201));
            }
        }
    }
}
