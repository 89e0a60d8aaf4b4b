package uk.earlyhelphub.platform.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.kernel.HubEvent;
import uk.earlyhelphub.events.referral.InformMethod;
import uk.earlyhelphub.events.referral.ReferrerInformed;
import uk.earlyhelphub.localpostgres.ThrowAwayDatabase;
import uk.earlyhelphub.platform.database.DatabaseSetup;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.platform.database.MigratedDatabases;

/** One PostgreSQL and one engine for the tests of this JVM. */
final class EngineFixture {
    static final ThrowAwayDatabase POSTGRES = MigratedDatabases.next();
    static final DatabaseSetup.Started STARTED =
            MigratedDatabases.setup(POSTGRES).start();
    static final Databases DATABASES = STARTED.databases();
    static final EventCodec CODEC = new EventCodec(List.of());
    static final EventCodes CODES = EventCodes.under(new byte[] {7});
    static final PostgresEventStorageEngine ENGINE =
            new PostgresEventStorageEngine(DATABASES.writer(), CODEC, CODES, STARTED.epoch());
    static final EventLog LOG = new EventLog(DATABASES.reader(), CODEC, CODES, STARTED.epoch());
    static final Map<String, String> ENVELOPE = Map.of(
            "actorId",
            "amy",
            "actorName",
            "Amy Khan",
            "actorRole",
            "CASEWORKER",
            "organisation",
            "afc",
            "commandId",
            "c1");

    private EngineFixture() {}

    static String newId() {
        return UUID.randomUUID().toString();
    }

    static HubEvent event(String aggregateId) {
        return new ReferrerInformed(new ReferralId(aggregateId), InformMethod.EMAIL, null, LocalDate.of(2026, 11, 23));
    }

    static DomainEventMessage<HubEvent> message(String aggregateId, long sequence, Map<String, String> envelope) {
        return new GenericDomainEventMessage<>(
                "Referral",
                aggregateId,
                sequence,
                event(aggregateId),
                MetaData.from(envelope),
                newId(),
                Instant.parse("2026-11-23T10:00:00Z"));
    }

    static DomainEventMessage<HubEvent> message(String aggregateId, long sequence) {
        return message(aggregateId, sequence, ENVELOPE);
    }
}
