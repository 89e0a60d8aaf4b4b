package uk.earlyhelphub.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.earlyhelphub.platform.engine.EngineFixture.*;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.earlyhelphub.events.ids.AccessId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.kernel.HubEvent;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.recordaccess.ExportDelivered;
import uk.earlyhelphub.events.recordaccess.RecordsSearched;
import uk.earlyhelphub.events.referral.InformMethod;
import uk.earlyhelphub.events.referral.ReferrerInformed;

class EventStoreTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update events.domain_event set type = 'x'",
                "delete from events.domain_event",
                "truncate events.domain_event",
                "update events.command_receipt set actor = 'x'",
                "delete from events.command_receipt",
                "drop table events.domain_event",
                "alter table events.domain_event add column x text"
            })
    void history_cannot_be_altered_by_the_products_own_roles(String attack) {
        for (DataSource role : List.of(DATABASES.writer(), DATABASES.reader(), DATABASES.projector())) {
            assertThatThrownBy(() -> new JdbcTemplate(role).execute(attack))
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageMatching("(?s).*(permission denied|must be owner|read-only transaction).*");
        }
    }

    @Test
    void the_reader_cannot_add() {
        var reader = new PostgresEventStorageEngine(DATABASES.reader(), CODEC, EngineFixture.CODES, STARTED.epoch());
        var id = newId();
        assertThatThrownBy(() -> reader.appendEvents(List.of(message(id, 0)))).isInstanceOf(DataAccessException.class);
        assertThat(LOG.ofAggregate(id, 0)).isEmpty();
    }

    @Test
    void what_was_written_is_read_back_unchanged() {
        var id = newId();
        ENGINE.appendEvents(List.of(message(id, 0), message(id, 1)));
        var read = LOG.ofAggregate(id, 0);
        assertThat(read).extracting(RecordedEvent::sequence).containsExactly(0L, 1L);
        assertThat(read.getFirst().payload()).isEqualTo(event(id));
        assertThat(read.getFirst().envelope()).isEqualTo(ENVELOPE);
        assertThat(read.getFirst().recordedAt()).isEqualTo("2026-11-23T10:00:00Z");
    }

    @Test
    void an_event_without_an_actor_is_never_stored() {
        var id = newId();
        var nobody = new HashMap<>(ENVELOPE);
        nobody.remove("actorId");
        assertThatThrownBy(() -> ENGINE.appendEvents(List.of(message(id, 0, nobody))))
                .hasMessageContaining("names no actorId");
        assertThat(LOG.ofAggregate(id, 0)).isEmpty();
    }

    private static PersonId person() {
        return new PersonId(newId());
    }

    private static ProtectedText sealed(String text) {
        return new ProtectedText(person(), "1", "ReferrerInformed/what/c1", text);
    }

    static Stream<Arguments> out_of_bounds() {
        var id = new ReferralId(newId());
        var day = LocalDate.of(2026, 11, 23);
        return Stream.of(
                Arguments.of(
                        "date-range", "informedOn", new ReferrerInformed(id, InformMethod.EMAIL, null, LocalDate.MAX)),
                Arguments.of(
                        "date-range",
                        "informedOn",
                        new ReferrerInformed(id, InformMethod.EMAIL, null, LocalDate.of(1899, 12, 31))),
                Arguments.of(
                        "date-range",
                        "informedOn",
                        new ReferrerInformed(id, InformMethod.EMAIL, null, LocalDate.of(2200, 1, 1))),
                Arguments.of(
                        "text-length",
                        "what.sealed",
                        new ReferrerInformed(id, InformMethod.EMAIL, sealed("A".repeat(120_001)), day)),
                Arguments.of(
                        "text-characters",
                        "what.sealed",
                        new ReferrerInformed(id, InformMethod.EMAIL, sealed("A\0"), day)),
                Arguments.of(
                        "list-size",
                        "found",
                        new RecordsSearched(
                                new AccessId(id.value()),
                                List.of("name"),
                                1_001,
                                Stream.generate(EventStoreTest::person)
                                        .limit(1_001)
                                        .toList())),
                Arguments.of(
                        "number-range",
                        "entries",
                        new ExportDelivered(new AccessId(id.value()), null, 1_000_000_001L, "x")));
    }

    @ParameterizedTest
    @MethodSource("out_of_bounds")
    void the_append_itself_refuses_what_no_reader_could_hold_whatever_let_it_through(
            String rule, String field, HubEvent event) {
        var id = newId();
        var good = message(id, 0);
        var bad = new GenericDomainEventMessage<>("Referral", id, 1, event, MetaData.from(ENVELOPE));
        var before = LOG.head();
        assertThatThrownBy(() -> ENGINE.appendEvents(List.of(good, bad)))
                .isInstanceOfSatisfying(PostgresEventStorageEngine.OutOfBounds.class, refused -> {
                    assertThat(refused.fault().rule().code()).isEqualTo(rule);
                    assertThat(refused.fault().field()).isEqualTo(field);
                });
        assertThat(LOG.ofAggregate(id, 0)).as("nor what came with it").isEmpty();
        assertThat(LOG.head()).isEqualTo(before);
    }

    @Test
    void what_is_just_within_bounds_is_stored_and_read_back() {
        var id = newId();
        var within = List.of(
                new ReferrerInformed(new ReferralId(id), InformMethod.EMAIL, null, LocalDate.of(1900, 1, 1)),
                new ReferrerInformed(new ReferralId(id), InformMethod.EMAIL, null, LocalDate.of(2199, 12, 31)),
                new ReferrerInformed(
                        new ReferralId(id),
                        InformMethod.EMAIL,
                        sealed("A".repeat(120_000)),
                        LocalDate.of(2026, 11, 23)));
        for (var n = 0; n < within.size(); n++) {
            ENGINE.appendEvents(List.of(
                    new GenericDomainEventMessage<>("Referral", id, n, within.get(n), MetaData.from(ENVELOPE))));
        }
        assertThat(LOG.ofAggregate(id, 0)).extracting(RecordedEvent::payload).isEqualTo(within);
    }

    @Test
    void of_many_writers_of_one_version_one_wins_and_the_others_learn_it() throws Exception {
        for (int round = 0; round < 20; round++) {
            var id = newId();
            try (var threads = Executors.newFixedThreadPool(8)) {
                Callable<Boolean> write = () -> {
                    try {
                        ENGINE.appendEvents(List.of(message(id, 0)));
                        return true;
                    } catch (ConcurrencyException _) {
                        return false;
                    }
                };
                var won = threads
                        .invokeAll(IntStream.range(0, 8).mapToObj(n -> write).toList())
                        .stream()
                        .filter(f -> f.resultNow())
                        .count();
                assertThat(won).isEqualTo(1);
            }
            assertThat(LOG.ofAggregate(id, 0)).hasSize(1);
        }
    }

    @Test
    void a_second_effect_of_one_command_is_refused_with_all_its_events() {
        var id = newId();
        var other = newId();
        var envelope = new HashMap<>(ENVELOPE);
        envelope.put("commandId", newId());
        envelope.put(PostgresEventStorageEngine.FINGERPRINT, "f");
        ENGINE.appendEvents(List.of(message(id, 0, envelope)));
        assertThatThrownBy(() -> ENGINE.appendEvents(List.of(message(other, 0, envelope), message(other, 1, envelope))))
                .isInstanceOf(PostgresEventStorageEngine.CommandAlreadyDone.class);
        assertThat(LOG.ofAggregate(other, 0)).isEmpty();
        assertThat(LOG.ofAggregate(id, 0).getFirst().envelope())
                .doesNotContainKey(PostgresEventStorageEngine.FINGERPRINT);
    }

    @Test
    void a_store_moved_to_another_cluster_goes_on_in_a_later_epoch() {
        var owner = new org.postgresql.ds.PGSimpleDataSource();
        owner.setUrl(POSTGRES.jdbcUrl());
        owner.setUser(POSTGRES.owner());
        var migrations = new uk.earlyhelphub.platform.database.Migrations(owner);
        assertThat(migrations.epoch()).isEqualTo(STARTED.epoch()).isEqualTo(migrations.epoch());
        assertThat(new EventPosition(2, 1, 1)).isGreaterThan(new EventPosition(1, 999, 999));
    }
}
