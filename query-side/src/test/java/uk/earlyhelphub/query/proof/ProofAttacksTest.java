package uk.earlyhelphub.query.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.health.contributor.Status;
import uk.earlyhelphub.proof.Finding;

/** What the owner of the database can do to a log that is being kept, on a real PostgreSQL. */
class ProofAttacksTest {
    @TempDir
    private Path folder;

    private ProofFixture hub;

    @BeforeEach
    void someHistory() {
        hub = new ProofFixture(folder);
        hub.record(30);
    }

    @AfterEach
    void end() {
        hub.close();
    }

    @Test
    void a_row_with_a_transaction_that_has_not_been_is_a_finding_and_signing_goes_on() {
        var running = hub.start(30);
        hub.forge(hub.started.epoch(), hub.txAhead());
        await().untilAsserted(() -> assertThat(running.standing().findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(Finding.Kind.INSERTED);
                    assertThat(finding.what()).contains("no transaction of this cluster wrote it");
                }));
        assertThat(running.standing().found()).isEqualTo(1);
        hub.record(2);
        await().until(() -> running.log().signed() == 32);
        await().until(() -> running.watch().alarming(Instant.now()));
    }

    @Test
    void an_epoch_that_no_start_began_is_a_finding_and_signing_goes_on() {
        var running = hub.start(30);
        var stranger = hub.started.epoch() + 1;
        hub.owner.update(
                "insert into events.epoch (epoch, system_identifier) overriding system value select max(epoch) + 1, 'a stranger' from events.epoch");
        hub.forge(stranger, "1");
        await().untilAsserted(() -> assertThat(running.standing().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.where()).contains("at " + stranger + ".1.")));
        hub.record(2);
        await().until(() -> running.log().signed() == 32);
    }

    @Test
    void a_row_that_the_owner_appended_is_a_finding_and_is_never_signed_for() throws Exception {
        var running = hub.start(30);
        hub.forge();
        await().untilAsserted(() -> assertThat(running.standing().findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(Finding.Kind.FORGED);
                    assertThat(finding.where()).startsWith("Referral.X ");
                }));
        hub.record(2);
        await().until(() -> running.log().signed() == 32);
        assertThat(running.held().compare().verdict().findings()).isEmpty();
        assertThat(running.standing().found()).isEqualTo(1);
        var health = new ProofHealth(new Only<>(running), Clock.systemUTC()).health();
        assertThat(health.getDetails().get("ALTERED")).asString().startsWith("1 findings");
        hub.stop();

        var again = hub.start(32);
        assertThat(again.standing().findings()).extracting(Finding::kind).containsExactly(Finding.Kind.FORGED);
        hub.record(1);
        await().until(() -> again.log().signed() == 33);
        hub.owner.update("delete from events.domain_event where global_index = 31");
        await().until(() -> again.standing().found() == 0);
    }

    @Test
    void forged_rows_alone_do_not_look_as_if_signing_stood_still() {
        var running = hub.start(30);
        hub.forge();
        await().until(() -> running.standing().found() == 1);
        await().untilAsserted(
                        () -> assertThat(running.standing().waiting().rows()).isZero());
    }

    @Test
    void more_forged_rows_than_are_read_at_once_stop_nothing() {
        var running = hub.start(30);
        hub.owner.update(
                "insert into events.domain_event (epoch, event_id, stream, aggregate_id, sequence, type, revision, recorded_at, payload, metadata, code)"
                        + " select epoch, gen_random_uuid(), stream, gen_random_uuid()::text, 0, type, revision, recorded_at, payload, metadata, code"
                        + " from (select * from events.domain_event limit 1) e, generate_series(1, 2500)");
        hub.record(3);
        await().until(() -> running.log().signed() == 33);
        hub.stop();
        hub.record(1);
        hub.start(34);
    }

    @Test
    void a_code_that_was_altered_after_signing_is_found() throws Exception {
        var running = hub.start(30);
        hub.owner.update(
                "update events.domain_event set code = set_byte(code, 9, 1 + get_byte(code, 9) % 255) where global_index = 3");
        assertThat(running.held().compare().verdict().findings()).isEmpty();
        assertThat(running.standing().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.kind()).isEqualTo(Finding.Kind.FORGED));
    }

    /** What is committed and not yet signed can still be edited: that time is measured, and whoever prolongs it is named. */
    @Test
    void who_holds_signing_back_is_named_with_the_age_of_what_waits() throws Exception {
        var running = hub.start(30);
        try (var holder = hub.ownerSource().getConnection();
                var statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("select pg_current_xact_id()");
            hub.record(3);
            await().until(() -> running.watch().alarming(Instant.now()));
            var waiting = running.standing().waiting();
            assertThat(running.log().signed()).isEqualTo(30);
            assertThat(waiting.rows()).isEqualTo(3);
            assertThat(waiting.age(Instant.now())).isPositive();
            await().untilAsserted(() -> assertThat(running.standing().waiting().heldBackBy())
                    .first()
                    .asString()
                    .contains(
                            "database " + hub.postgres.name() + ", process ",
                            "user " + hub.postgres.owner(),
                            "idle in transaction"));
            var health = new ProofHealth(new Only<>(running), Clock.systemUTC()).health();
            assertThat(health.getStatus()).isEqualTo(new Status("DEGRADED"));
            assertThat(health.getDetails().get("unsigned")).asString().startsWith("3 events");
            holder.rollback();
        }
        await().until(() -> running.log().signed() == 33);
        await().untilAsserted(
                        () -> assertThat(running.standing().waiting().since()).isNull());
        assertThat(running.standing().waiting().heldBackBy()).isEmpty();
    }

    @Test
    void a_row_that_lies_about_its_time_is_timed_from_when_it_was_seen() throws Exception {
        var running = hub.start(30);
        try (var holder = hub.ownerSource().getConnection();
                var statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("select pg_current_xact_id()");
            hub.append(
                    hub.owner,
                    Instant.now().plus(Duration.ofDays(1)),
                    UUID.randomUUID().toString());
            await().until(() -> running.watch().alarming(Instant.now()));
            holder.rollback();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table events.domain_event enable row level security",
                "create policy quiet on events.domain_event using (true)",
                "create function events.f() returns trigger language plpgsql as 'begin return new; end';"
                        + " create trigger quiet before insert on events.domain_event for each row execute function events.f()",
                "create rule quiet as on insert to events.command_receipt do also nothing",
                "alter table events.domain_event drop constraint domain_event_sequence",
                "alter table events.domain_event drop constraint domain_event_epoch_fkey",
                "alter table events.domain_event disable trigger all",
                "create table events.more () inherits (events.domain_event)"
            })
    void what_could_show_each_reader_another_history_is_found(String attack) throws Exception {
        var running = hub.open();
        assertThat(running.held().compare().verdict().findings()).isEmpty();
        hub.owner.execute(attack);
        assertThat(running.held().compare().verdict().findings())
                .extracting(Finding::kind)
                .contains(Finding.Kind.STORE_CHANGED);
    }

    @Test
    void everything_is_compared_again_and_again_while_it_runs() {
        hub.compareWithin = Duration.ofMillis(200);
        var running = hub.start(30);
        await().until(() -> running.held().compared() != null);
        hub.owner.update("update events.domain_event set metadata = '{\"actorId\":\"tom\"}' where global_index = 3");
        await().untilAsserted(() -> assertThat(running.standing().findings())
                .extracting(Finding::kind)
                .containsExactly(Finding.Kind.EDITED));
        assertThat(running.standing().progress()).isNotNull();
    }
}
