package uk.earlyhelphub.platform.engine;

import static org.axonframework.eventhandling.EventUtils.asDomainEventMessage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.earlyhelphub.events.EventTypes;
import uk.earlyhelphub.events.kernel.AccountableRefusal;
import uk.earlyhelphub.events.kernel.Bounds;
import uk.earlyhelphub.events.kernel.HubEvent;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.EnvelopeKeys;

/**
 * The store of record. All events of a command, and its receipt, are added by one statement; a second writer of the same
 * version gets a {@link ConcurrencyException}, a second effect of the same command a {@link CommandAlreadyDone}.
 */
public final class PostgresEventStorageEngine implements EventStorageEngine {
    /** The envelope key of the request's fingerprint; it goes into the receipt and not into the event. */
    public static final String FINGERPRINT = "requestFingerprint";

    private static final String UNIQUE_VIOLATION = "23505";

    private static final String APPEND = """
            with receipt as (
              insert into events.command_receipt (command_id, actor, fingerprint, versions, refusal, recorded_at, code)
              select ?, ?, ?, ?::json, ?, ?, ? where ?)
            insert into events.domain_event
              (epoch, event_id, stream, aggregate_id, sequence, type, revision, recorded_at, payload, metadata, code)
            select ?, e.event_id, e.stream, e.aggregate_id, e.sequence, e.type, e.revision, e.recorded_at, e.payload, e.metadata, e.code
            from unnest(?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::smallint[], ?::timestamptz[], ?::json[], ?::json[], ?::bytea[])
              with ordinality as e (event_id, stream, aggregate_id, sequence, type, revision, recorded_at, payload, metadata, code, n)
            order by e.n
            """;

    private final JdbcTemplate writer;
    private final EventLog log;
    private final EventCodec codec;
    private final EventCodes codes;
    private final int epoch;

    /**
     * @param writer connections of the writer role; appends join the caller's transaction
     * @param codes sign what is appended, and tell it from what somebody else put there
     * @param epoch this cluster's epoch, from {@link uk.earlyhelphub.platform.database.Migrations}
     */
    public PostgresEventStorageEngine(DataSource writer, EventCodec codec, EventCodes codes, int epoch) {
        this.writer = new JdbcTemplate(writer);
        this.log = new EventLog(writer, codec, codes, epoch);
        this.codec = codec;
        this.codes = codes;
        this.epoch = epoch;
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> messages) {
        if (messages.isEmpty()) {
            return;
        }
        List<? extends DomainEventMessage<?>> events =
                messages.stream().map(m -> asDomainEventMessage(m)).toList();
        events.forEach(e -> requireBounds(e.getPayload()));
        writer.execute((ConnectionCallback<Integer>) connection -> {
            try (var statement = connection.prepareStatement(APPEND)) {
                receipt(statement, events);
                events(statement, connection, events.stream().map(this::row).toList());
                return statement.executeUpdate();
            } catch (SQLException e) {
                throw translated(e);
            }
        });
    }

    private void receipt(PreparedStatement statement, List<? extends DomainEventMessage<?>> events)
            throws SQLException {
        var first = events.getFirst();
        var metadata = first.getMetaData();
        var fingerprint = (String) metadata.get(FINGERPRINT);
        var at = asStored(first.getTimestamp());
        var receipt = new StoredReceipt(
                String.valueOf(metadata.get(EnvelopeKeys.COMMAND_ID)),
                Actor.from(metadata).id(),
                String.valueOf(fingerprint),
                codec.writeEnvelope(versions(events)),
                refusal(events),
                true,
                at);
        statement.setString(1, receipt.commandId());
        statement.setString(2, receipt.actor());
        statement.setString(3, receipt.fingerprint());
        statement.setString(4, receipt.versions());
        statement.setString(5, receipt.refusal());
        statement.setObject(6, at.atOffset(ZoneOffset.UTC));
        statement.setBytes(7, codes.code(receipt.said()));
        statement.setBoolean(8, fingerprint != null);
    }

    private void events(PreparedStatement statement, Connection connection, List<StoredEvent> rows)
            throws SQLException {
        statement.setInt(9, epoch);
        statement.setArray(10, array(connection, "uuid", rows, StoredEvent::eventId));
        statement.setArray(11, array(connection, "text", rows, StoredEvent::stream));
        statement.setArray(12, array(connection, "text", rows, StoredEvent::aggregateId));
        statement.setArray(13, array(connection, "bigint", rows, StoredEvent::sequence));
        statement.setArray(14, array(connection, "text", rows, StoredEvent::type));
        statement.setArray(15, array(connection, "smallint", rows, row -> (short) row.revision()));
        statement.setArray(
                16, array(connection, "text", rows, row -> row.recordedAt().toString()));
        statement.setArray(17, array(connection, "text", rows, StoredEvent::payload));
        statement.setArray(18, array(connection, "text", rows, StoredEvent::envelope));
        var given = rows.stream().map(row -> codes.code(row.said())).toArray(byte[][]::new);
        statement.setArray(19, connection.createArrayOf("bytea", given));
    }

    /** The row as it will be read again; its place is the database's to give. */
    private StoredEvent row(DomainEventMessage<?> event) {
        var type = EventTypes.of(event.getPayloadType());
        return new StoredEvent(
                new EventPosition(epoch, 0, 0),
                UUID.fromString(event.getIdentifier()).toString(),
                type.stream(),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                type.name(),
                type.revision(),
                asStored(event.getTimestamp()),
                codec.write((HubEvent) event.getPayload()),
                codec.writeEnvelope(envelope(event)),
                true);
    }

    /** PostgreSQL keeps microseconds. */
    private static Instant asStored(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    /** Whatever is stored, every reader can hold. */
    private static void requireBounds(Object event) {
        if (event instanceof Record plain) {
            Bounds.broken(plain).ifPresent(fault -> {
                throw new OutOfBounds(event.getClass(), fault);
            });
        }
    }

    /** An event holds something that is too large or too far away; it was not stored. */
    public static final class OutOfBounds extends RuntimeException {
        private final transient Bounds.Fault fault;

        OutOfBounds(Class<?> event, Bounds.Fault fault) {
            super(event.getSimpleName() + '.' + fault.field() + " breaks " + fault.rule());
            this.fault = fault;
        }

        /** What is out of bounds. */
        public Bounds.Fault fault() {
            return fault;
        }
    }

    private static java.sql.Array array(
            Connection connection, String type, List<StoredEvent> rows, Function<StoredEvent, ?> value)
            throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(value).toArray());
    }

    private static Map<String, Long> versions(List<? extends DomainEventMessage<?>> events) {
        var versions = new TreeMap<String, Long>();
        events.forEach(e -> versions.merge(e.getAggregateIdentifier(), e.getSequenceNumber(), Math::max));
        return versions;
    }

    private static @Nullable String refusal(List<? extends DomainEventMessage<?>> events) {
        for (var event : events) {
            if (event.getPayload() instanceof AccountableRefusal refusal) {
                return refusal.rule();
            }
        }
        return null;
    }

    /** The envelope as stored: sorted, text only, and never without an actor. */
    private static Map<String, String> envelope(EventMessage<?> event) {
        Actor.from(event.getMetaData());
        var envelope = new TreeMap<String, String>();
        event.getMetaData().forEach((key, value) -> {
            if (value != null && !key.equals(FINGERPRINT)) {
                envelope.put(key, value.toString());
            }
        });
        return envelope;
    }

    private static RuntimeException translated(SQLException e) throws SQLException {
        if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
            var text = String.valueOf(e.getMessage());
            return text.contains("command_receipt_pkey")
                    ? new CommandAlreadyDone()
                    : new ConcurrencyException("Somebody else changed this meanwhile", e);
        }
        throw e;
    }

    /** The command had its effect already; its receipt says which. */
    public static final class CommandAlreadyDone extends RuntimeException {
        CommandAlreadyDone() {
            super("The command had its effect already");
        }
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        var events = log.ofAggregate(aggregateIdentifier, firstSequenceNumber);
        return DomainEventStream.of(
                events.stream().map(PostgresEventStorageEngine::message),
                () -> events.isEmpty() ? null : events.getLast().sequence());
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(TrackingToken trackingToken, boolean mayBlock) {
        var from = trackingToken == null ? EventPosition.START : (EventPosition) trackingToken;
        return Stream.iterate(
                        log.after(from, 1000).events(),
                        page -> !page.isEmpty(),
                        page -> log.after(page.getLast().position(), 1000).events())
                .flatMap(List::stream)
                .map(PostgresEventStorageEngine::tracked);
    }

    static TrackedEventMessage<?> tracked(RecordedEvent event) {
        return new GenericTrackedDomainEventMessage<>(event.position(), message(event));
    }

    static DomainEventMessage<HubEvent> message(RecordedEvent event) {
        return new GenericDomainEventMessage<>(
                event.stream(),
                event.aggregateId(),
                event.sequence(),
                event.payload(),
                MetaData.from(event.envelope()),
                event.eventId(),
                event.recordedAt());
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        return Optional.ofNullable(writer.queryForObject(
                "select max(sequence) from events.domain_event where aggregate_id = ?",
                Long.class,
                aggregateIdentifier));
    }

    @Override
    public TrackingToken createHeadToken() {
        return log.head();
    }

    @Override
    public TrackingToken createTailToken() {
        return EventPosition.START;
    }

    /** Referrals are short, so none is kept; see ADR 6. */
    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new IllegalStateException("Snapshots are not kept: a state that is stored is a state that can be wrong");
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        return Optional.empty();
    }
}
