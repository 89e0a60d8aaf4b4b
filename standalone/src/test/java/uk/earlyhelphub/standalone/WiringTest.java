package uk.earlyhelphub.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.earlyhelphub.localpostgres.LocalPostgres;
import uk.earlyhelphub.personaldata.MasterKeys;
import uk.earlyhelphub.platform.commands.CommandEdge;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.platform.engine.HubEventStore;
import uk.earlyhelphub.platform.engine.PostgresEventStorageEngine;
import uk.earlyhelphub.platform.engine.ProjectionRunner;
import uk.earlyhelphub.platform.web.ReasonCatalogue;
import uk.earlyhelphub.platform.wiring.ProjectionRunners;

/** Boot 4 with Axon 4.13 wires neither store nor transactions if left alone, and says nothing; this would. */
class WiringTest {

    @Test
    void events_go_to_postgres_in_springs_transactions(@TempDir Path folder) throws Exception {
        int port;
        try (var socket = new java.net.ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        try (var hub = new SpringApplication(EarlyHelpHub.class)
                .run(
                        "--server.port=0",
                        "--hub.demo.families=false",
                        "--hub.data=" + folder,
                        "--hub.data.port=" + port)) {
            assertThat(hub.getBean(EventStore.class)).isExactlyInstanceOf(HubEventStore.class);
            assertThat(hub.getBean(EventStorageEngine.class)).isExactlyInstanceOf(PostgresEventStorageEngine.class);
            assertThat(hub.getBean(TransactionManager.class)).isExactlyInstanceOf(SpringTransactionManager.class);
            assertThat(hub.getBean(CommandBus.class)).isExactlyInstanceOf(SimpleCommandBus.class);
            assertThat(hub.getBeansOfType(CommandEdge.class)).hasSize(1);
            assertThat(hub.getBean(ProjectionRunners.class).all())
                    .extracting(ProjectionRunner::name)
                    .containsExactlyInAnyOrder(
                            "deadlines",
                            "knownstaff",
                            "breakglass",
                            "conflicts",
                            "worklist",
                            "audittrail",
                            "sharingregister",
                            "allocatedtome",
                            "hubagenda",
                            "directory",
                            "personsearch");
            assertThat(hub.getBean(ReasonCatalogue.class).all())
                    .containsExactlyElementsOf(ReasonCodesTest.catalogue().all());
            var settings = new JdbcTemplate(hub.getBean(Databases.class).reader());
            for (var setting : List.of("fsync", "full_page_writes", "synchronous_commit", "data_checksums")) {
                assertThat(settings.queryForObject("select current_setting('" + setting + "')", String.class))
                        .as(setting)
                        .isEqualTo("on");
            }
            assertThat(System.getProperty("axoniq.update-checker.disabled")).isEqualTo("true");
        }
    }

    @Test
    void a_database_of_your_own_has_no_demo_sign_ins_and_needs_an_issuer(@TempDir Path folder) {
        var master = folder.resolve("master.json");
        MasterKeys.createFile(master);
        try (var postgres = LocalPostgres.throwAway()) {
            var own = new String[] {
                "--server.port=0",
                "--hub.demo=false",
                "--hub.db.url=" + postgres.jdbcUrl(),
                "--hub.db.owner=" + postgres.owner(),
                "--hub.db.roles-secret=a secret for tests only",
                "--hub.vault.master-keys=" + master.toUri(),
                "--hub.vault.search-secret=another secret"
            };
            assertThatThrownBy(() ->
                            new SpringApplication(EarlyHelpHub.class).run(own).close())
                    .hasStackTraceContaining("Nothing says whose sign-ins are to be believed");
            var withIssuer = Arrays.copyOf(own, own.length + 1);
            withIssuer[own.length] = "--spring.security.oauth2.resourceserver.jwt.issuer-uri=http://127.0.0.1:1/issuer";
            assertThatThrownBy(() -> new SpringApplication(EarlyHelpHub.class)
                            .run(withIssuer)
                            .close())
                    .hasStackTraceContaining("It is not said which tokens of http://127.0.0.1:1/issuer are meant");
            var complete = Arrays.copyOf(withIssuer, own.length + 2);
            complete[own.length + 1] = "--spring.security.oauth2.resourceserver.jwt.audiences=early-help-hub";
            try (var hub = new SpringApplication(EarlyHelpHub.class).run(complete)) {
                assertThat(hub.getBeansOfType(DemoIssuer.class)).isEmpty();
                assertThat(hub.getBeansOfType(DemoIssuer.Tokens.class)).isEmpty();
                assertThat(hub.getBeansOfType(LocalPostgres.class)).isEmpty();
            }
        }
    }

    /** The demo's sign-ins go with the demo, whatever the database is. */
    @Test
    void a_hub_that_is_no_demonstration_has_no_demo_sign_ins_on_the_database_that_comes_along(@TempDir Path folder)
            throws Exception {
        int port;
        try (var socket = new java.net.ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        assertThatThrownBy(() -> new SpringApplication(EarlyHelpHub.class)
                        .run("--server.port=0", "--hub.demo=false", "--hub.data=" + folder, "--hub.data.port=" + port)
                        .close())
                .hasStackTraceContaining("Nothing says whose sign-ins are to be believed");
    }
}
