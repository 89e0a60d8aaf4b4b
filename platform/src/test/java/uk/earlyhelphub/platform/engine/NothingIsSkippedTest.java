package uk.earlyhelphub.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.earlyhelphub.platform.engine.EngineFixture.*;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A reader must get every committed event once, in one order, whatever writers do. */
class NothingIsSkippedTest {
    private static final int WRITERS = 4;

    /** One writer holding a transaction of its own open, as slow writers do. */
    private static final class Writer implements AutoCloseable {
        private final Connection connection;
        private final PostgresEventStorageEngine engine;
        private final List<String> uncommitted = new ArrayList<>();

        Writer(DataSource source) throws SQLException {
            connection = source.getConnection();
            connection.setAutoCommit(false);
            engine = new PostgresEventStorageEngine(
                    new SingleConnectionDataSource(connection, true), CODEC, CODES, STARTED.epoch());
        }

        void append(String id, long sequence) {
            var message = message(id, sequence);
            engine.appendEvents(List.of(message));
            uncommitted.add(message.getIdentifier());
        }

        List<String> commit() throws SQLException {
            connection.commit();
            var done = List.copyOf(uncommitted);
            uncommitted.clear();
            return done;
        }

        void rollback() throws SQLException {
            connection.rollback();
            uncommitted.clear();
        }

        @Override
        public void close() throws SQLException {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.close();
        }
    }

    @Test
    void over_a_thousand_random_interleavings_of_slow_aborted_and_concurrent_writers() throws Exception {
        var position = LOG.head();
        var writers = new ArrayList<Writer>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(new Writer(DATABASES.writer()));
        }
        var seed = 20261123L;
        var committed = new ArrayList<String>();
        var delivered = new ArrayList<String>();
        for (int interleaving = 0; interleaving < 1000; interleaving++) {
            var random = new Random(seed + interleaving);
            var sequences = new HashMap<Writer, Integer>();
            var ids = new HashMap<Writer, String>();
            for (int step = 0; step < 12; step++) {
                var writer = writers.get(random.nextInt(WRITERS));
                switch (random.nextInt(6)) {
                    case 0 -> {
                        committed.addAll(writer.commit());
                        ids.remove(writer);
                    }
                    case 1 -> {
                        writer.rollback();
                        ids.remove(writer);
                    }
                    case 2, 3 -> position = read(position, delivered);
                    default -> {
                        if (!ids.containsKey(writer)) {
                            ids.put(writer, newId());
                            sequences.put(writer, 0);
                        }
                        writer.append(ids.get(writer), sequences.merge(writer, 1, Integer::sum) - 1L);
                    }
                }
            }
            for (var writer : writers) {
                if (random.nextBoolean()) {
                    committed.addAll(writer.commit());
                } else {
                    writer.rollback();
                }
            }
            position = read(position, delivered);
            assertThat(delivered).as("interleaving %s", interleaving).doesNotHaveDuplicates();
            assertThat(delivered).as("interleaving %s", interleaving).containsExactlyInAnyOrderElementsOf(committed);
            delivered.clear();
            committed.clear();
        }
        for (var writer : writers) {
            writer.close();
        }
    }

    private static EventPosition read(EventPosition from, List<String> delivered) {
        var position = from;
        for (var event : LOG.after(from, 1000).events()) {
            assertThat(event.position()).isGreaterThan(position);
            position = event.position();
            delivered.add(event.eventId());
        }
        return position;
    }

    @Test
    void the_stock_engine_loses_the_late_commit_that_ours_delivers() throws Exception {
        var owner = new org.postgresql.ds.PGSimpleDataSource();
        owner.setUrl(POSTGRES.jdbcUrl() + "?currentSchema=stock");
        owner.setUser(POSTGRES.owner());
        new JdbcTemplate(owner).execute("""
                        create schema stock;
                        create table stock.DomainEventEntry (globalIndex bigserial primary key, aggregateIdentifier varchar(255) not null,
                          sequenceNumber bigint not null, type varchar(255), eventIdentifier varchar(255) not null unique, metaData bytea,
                          payload bytea not null, payloadRevision varchar(255), payloadType varchar(255) not null, timeStamp varchar(255) not null,
                          unique (aggregateIdentifier, sequenceNumber))""");
        try (var slow = owner.getConnection();
                var quick = owner.getConnection()) {
            slow.setAutoCommit(false);
            // An old event: a writer that stood still longer than the gap time-out, here one second.
            stock(() -> slow).appendEvents(stockEvent("slow"));
            stock(() -> quick).appendEvents(stockEvent("quick-1"));
            stock(() -> quick).appendEvents(stockEvent("quick-2"));
            var reader = stock(owner::getConnection);
            var seen = new ArrayList<Object>();
            var token = readStock(reader, null, seen);
            slow.commit();
            readStock(reader, token, seen);
            assertThat(seen)
                    .as("the stock engine never delivers the late commit")
                    .doesNotContain("slow");
            assertThat(new JdbcTemplate(owner)
                            .queryForObject("select count(*) from stock.DomainEventEntry", Long.class))
                    .isEqualTo(3);
        }

        var position = LOG.head();
        var delivered = new ArrayList<String>();
        try (var slow = new Writer(DATABASES.writer())) {
            slow.append(newId(), 0);
            ENGINE.appendEvents(List.of(message(newId(), 0)));
            position = read(position, delivered);
            var late = slow.commit();
            read(position, delivered);
            assertThat(delivered).containsAll(late).hasSize(2);
        }
    }

    private static JdbcEventStorageEngine stock(ConnectionProvider connections) {
        var serializer = Jackson3Serializer.builder().build();
        return JdbcEventStorageEngine.builder()
                .connectionProvider(new ConnectionProvider() {
                    @Override
                    public Connection getConnection() throws SQLException {
                        var connection = connections.getConnection();
                        return (Connection) java.lang.reflect.Proxy.newProxyInstance(
                                Connection.class.getClassLoader(),
                                new Class<?>[] {Connection.class},
                                (p, m, a) -> m.getName().equals("close") ? null : m.invoke(connection, a));
                    }
                })
                .transactionManager(NoTransactionManager.INSTANCE)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .gapTimeout(1000)
                .build();
    }

    private static GenericDomainEventMessage<String> stockEvent(String name) {
        return new GenericDomainEventMessage<>(
                "T", newId(), 0, name, Map.of(), newId(), Instant.now().minus(Duration.ofMinutes(5)));
    }

    private static @Nullable TrackingToken readStock(
            JdbcEventStorageEngine engine, @Nullable TrackingToken from, List<Object> seen) {
        var token = from;
        for (TrackedEventMessage<?> event : engine.readEvents(from, false).toList()) {
            seen.add(event.getPayload());
            token = event.trackingToken();
        }
        return token;
    }
}
