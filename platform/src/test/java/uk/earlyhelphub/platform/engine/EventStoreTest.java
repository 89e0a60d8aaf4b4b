package uk.earlyhelphub.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.earlyhelphub.platform.engine.EngineFixture.*;

import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

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
        var reader = new PostgresEventStorageEngine(DATABASES.reader(), CODEC, STARTED.epoch());
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
