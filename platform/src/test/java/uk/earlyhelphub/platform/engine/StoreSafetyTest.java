package uk.earlyhelphub.platform.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.earlyhelphub.platform.engine.EngineFixture.DATABASES;
import static uk.earlyhelphub.platform.engine.EngineFixture.POSTGRES;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.earlyhelphub.platform.database.StoreSafety;
import uk.earlyhelphub.platform.start.StartRefused;

class StoreSafetyTest {
    private final PGSimpleDataSource owner = owner();

    private static PGSimpleDataSource owner() {
        var source = new PGSimpleDataSource();
        source.setUrl(POSTGRES.jdbcUrl());
        source.setUser(POSTGRES.owner());
        return source;
    }

    @Test
    void a_store_as_it_should_be_is_safe() {
        assertThatCode(() -> StoreSafety.require(DATABASES.writer(), DATABASES.reader()))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "UPDATE,hub_event_writer",
        "DELETE,hub_event_writer",
        "TRUNCATE,hub_event_writer",
        "INSERT,hub_event_reader"
    })
    void a_role_that_may_do_more_than_it_should_is_named(String right, String role) {
        var jdbc = new JdbcTemplate(owner);
        jdbc.execute("grant " + right + " on events.domain_event to " + role);
        try {
            assertThatThrownBy(() -> StoreSafety.require(DATABASES.writer(), DATABASES.reader()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(role + " may " + right + " events.domain_event");
        } finally {
            jdbc.execute("revoke " + right + " on events.domain_event from " + role);
        }
    }

    /** What somebody does to the tables, how it is undone, and how it is named. */
    static Stream<Arguments> plants() {
        var event = "alter table events.domain_event ";
        return Stream.of(
                Arguments.of(
                        "create function events.f() returns trigger language plpgsql as 'begin return null; end';"
                                + " create trigger quiet before insert on events.domain_event for each row execute function events.f()",
                        "drop function events.f() cascade",
                        "domain_event has the trigger quiet"),
                Arguments.of(
                        event + "disable trigger all",
                        event + "enable trigger all",
                        "domain_event does not check its references"),
                Arguments.of(
                        "create rule hide as on insert to events.command_receipt do instead nothing",
                        "drop rule hide on events.command_receipt",
                        "command_receipt has the rule hide"),
                Arguments.of(
                        "create policy partial_view on events.domain_event using (true)",
                        "drop policy partial_view on events.domain_event",
                        "domain_event has the row-level policy partial_view"),
                Arguments.of(
                        "alter table events.epoch enable row level security",
                        "alter table events.epoch disable row level security",
                        "epoch has row-level security"),
                Arguments.of(
                        "create table public.more () inherits (events.domain_event)",
                        "drop table public.more",
                        "domain_event shows rows of the table"),
                Arguments.of(
                        event + "drop constraint domain_event_sequence",
                        event + "add constraint domain_event_sequence unique (aggregate_id, sequence)",
                        "domain_event lacks the constraint domain_event_sequence"),
                Arguments.of(
                        event + "drop constraint domain_event_epoch_fkey",
                        event + "add constraint domain_event_epoch_fkey foreign key (epoch) references events.epoch",
                        "domain_event lacks the constraint domain_event_epoch_fkey"),
                Arguments.of(
                        "alter table events.command_receipt drop constraint command_receipt_pkey",
                        "alter table events.command_receipt add constraint command_receipt_pkey primary key (command_id, actor)",
                        "command_receipt lacks the constraint command_receipt_pkey"),
                Arguments.of(
                        event + "alter tx drop default",
                        event + "alter tx set default pg_current_xact_id()",
                        "domain_event does not give its column tx a value"),
                Arguments.of(
                        event + "alter tx set default '1'::xid8",
                        event + "alter tx set default pg_current_xact_id()",
                        "domain_event does not give its column tx a value"),
                Arguments.of(
                        event + "alter global_index set generated by default",
                        event + "alter global_index set generated always",
                        "domain_event does not give its column global_index a value"),
                Arguments.of(
                        event + "alter metadata drop not null",
                        event + "alter metadata set not null",
                        "domain_event lets its column metadata be empty"),
                Arguments.of(
                        "alter table events.command_receipt set unlogged",
                        "alter table events.command_receipt set logged",
                        "command_receipt is no ordinary table that survives a crash"));
    }

    @ParameterizedTest
    @MethodSource("plants")
    void what_the_migrations_did_not_make_is_named_and_refused(String plant, String undo, String named) {
        var jdbc = new JdbcTemplate(owner);
        jdbc.execute(plant);
        try {
            assertThatThrownBy(() -> StoreSafety.require(DATABASES.writer(), DATABASES.reader()))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining(named);
        } finally {
            jdbc.execute(undo);
        }
        assertThatCode(() -> StoreSafety.require(DATABASES.writer(), DATABASES.reader()))
                .doesNotThrowAnyException();
    }

    @Test
    void a_superuser_is_not_let_in() {
        assertThatThrownBy(() -> StoreSafety.require(owner, DATABASES.reader())).hasMessageContaining("superuser");
    }

    @Test
    void commits_that_do_not_wait_for_the_disk_are_refused() {
        var hasty = new PGSimpleDataSource();
        hasty.setUrl(POSTGRES.jdbcUrl());
        hasty.setUser(POSTGRES.owner());
        hasty.setOptions("-c synchronous_commit=off");
        assertThatThrownBy(() -> StoreSafety.require(hasty, DATABASES.reader()))
                .hasMessageContaining("synchronous_commit off");
    }
}
