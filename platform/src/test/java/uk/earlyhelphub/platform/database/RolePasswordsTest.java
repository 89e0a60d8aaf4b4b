package uk.earlyhelphub.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.earlyhelphub.localpostgres.LocalPostgres;
import uk.earlyhelphub.platform.start.StartRefused;

/** On a cluster that asks for passwords, with an owner who is no superuser: what docs/own-postgresql.md says is enough. */
class RolePasswordsTest {
    private static final String SECRET = "the secret of production";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static LocalPostgres postgres;

    @BeforeAll
    static void aCluster() throws IOException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        postgres = LocalPostgres.durable(folder, port);
        superuser().execute("create role hub_owner login createrole password 'owner'");
        superuser().execute("create database hub owner hub_owner");
        superuser().execute("create database drill owner hub_owner");
    }

    @AfterAll
    static void end() {
        postgres.close();
    }

    @BeforeEach
    void production() {
        setup("hub", SECRET, true).start().databases().close();
    }

    private static JdbcTemplate superuser() {
        return superuser("postgres");
    }

    private static JdbcTemplate superuser(String database) {
        var source = new PGSimpleDataSource();
        source.setUrl(url(database));
        source.setUser(postgres.owner());
        source.setPassword(postgres.password());
        return new JdbcTemplate(source);
    }

    private static String url(String database) {
        return postgres.jdbcUrl().replaceFirst("/postgres$", "/" + database);
    }

    private static DatabaseSetup setup(String database, String secret, boolean secretIsNew) {
        return new DatabaseSetup(url(database), url(database), "hub_owner", "owner", secret, secretIsNew);
    }

    private static List<String> verifiers() {
        return superuser()
                .queryForList(
                        "select rolname || rolpassword from pg_authid where rolname like 'hub\\_%' order by 1",
                        String.class);
    }

    private static String whole(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void an_owner_who_is_no_superuser_but_may_make_roles_is_enough() {
        assertThat(superuser("hub").queryForObject("select count(*) from events.epoch", Integer.class))
                .isEqualTo(1);
        assertThat(verifiers()).hasSizeGreaterThanOrEqualTo(4).allMatch(v -> v.contains("SCRAM-SHA-256"));
    }

    @Test
    void a_password_that_works_is_left_alone() {
        var before = verifiers();
        setup("hub", SECRET, false).start().databases().close();
        assertThat(verifiers()).isEqualTo(before);
    }

    @Test
    void a_drill_on_the_cluster_with_another_secret_does_not_lock_production_out() {
        var before = verifiers();
        assertThatThrownBy(() -> setup("drill", "the secret of a drill", false).start())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("was not made from this hub.db.roles-secret")
                .hasMessageContaining("--hub.db.roles-secret-is-new=true");
        assertThat(verifiers()).isEqualTo(before);
        setup("hub", SECRET, false).start().databases().close();
    }

    @Test
    void a_secret_that_was_changed_on_purpose_is_taken_up() {
        var before = verifiers();
        setup("hub", "the next secret of production", true).start().databases().close();
        assertThat(verifiers()).isNotEqualTo(before);
        setup("hub", "the next secret of production", false).start().databases().close();
    }

    @Test
    void many_starts_at_once_on_two_databases_let_the_roles_in_once_for_all() throws Exception {
        setup("drill", SECRET, false).start().databases().close();
        for (var role : List.of("hub_event_writer", "hub_event_reader", "hub_projector")) {
            superuser().execute("alter role " + role + " nologin password null");
        }
        var starts = new ArrayList<Callable<Integer>>();
        for (var n = 0; n < 8; n++) {
            var database = n % 2 == 0 ? "hub" : "drill";
            starts.add(() -> {
                var started = setup(database, SECRET, false).start();
                started.databases().close();
                return started.epoch();
            });
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var done : threads.invokeAll(starts)) {
                assertThat(done.get()).isEqualTo(1);
            }
        }
    }

    @Test
    void an_owner_who_may_not_change_roles_is_told_so_and_no_password_is_shown() {
        superuser().execute("alter role hub_owner nocreaterole");
        superuser().execute("alter role hub_event_writer nologin");
        try {
            assertThatThrownBy(() -> setup("hub", SECRET, false).start())
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("hub_event_writer cannot be let in")
                    .hasMessageContaining("CREATEROLE")
                    .satisfies(e -> assertThat(whole(e))
                            .doesNotContain("SCRAM")
                            .doesNotContain(SECRET)
                            .doesNotContainPattern("[0-9a-f]{64}"));
        } finally {
            superuser().execute("alter role hub_owner createrole");
        }
        setup("hub", SECRET, false).start().databases().close();
    }
}
