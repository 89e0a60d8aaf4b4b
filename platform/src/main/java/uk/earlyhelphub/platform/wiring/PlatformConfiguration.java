package uk.earlyhelphub.platform.wiring;

import java.time.Clock;
import javax.sql.DataSource;
import org.axonframework.commandhandling.distributed.RoutingStrategy;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import uk.earlyhelphub.events.EventTypes;
import uk.earlyhelphub.platform.commands.CommandEdge;
import uk.earlyhelphub.platform.commands.CommandReceipts;
import uk.earlyhelphub.platform.commands.CommandSerializer;
import uk.earlyhelphub.platform.commands.Commands;
import uk.earlyhelphub.platform.commands.Routed;
import uk.earlyhelphub.platform.database.DatabaseSettings;
import uk.earlyhelphub.platform.database.DatabaseSetup;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.platform.database.StoreSafety;
import uk.earlyhelphub.platform.engine.CommitNotices;
import uk.earlyhelphub.platform.engine.CommitSignal;
import uk.earlyhelphub.platform.engine.EventCodec;
import uk.earlyhelphub.platform.engine.EventCodes;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.HubEventStore;
import uk.earlyhelphub.platform.engine.PostgresEventStorageEngine;
import uk.earlyhelphub.platform.engine.ProgressSignal;
import uk.earlyhelphub.platform.engine.Projection;
import uk.earlyhelphub.platform.engine.ProjectionRunner;
import uk.earlyhelphub.platform.engine.ProjectionsOnRecord;
import uk.earlyhelphub.platform.engine.SharedPages;
import uk.earlyhelphub.platform.ids.Ids;
import uk.earlyhelphub.platform.web.WebScan;

/** The platform's parts, put together once for every kind of process. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
@Import({
    WebScan.class,
    IssuerRequired.class,
    StoreHealth.class,
    ProjectionsHealth.class,
    ProjectionMetrics.class,
    BackgroundHealth.class,
    BackgroundMetrics.class
})
public class PlatformConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnMissingBean
    Ids ids() {
        return Ids.random();
    }

    /** Brought from outside by URL, unless a local PostgreSQL was started first. */
    @Bean
    @ConditionalOnMissingBean
    DatabaseSetup databaseSetup(DatabaseSettings settings) {
        return settings.setup();
    }

    @Bean
    DatabaseSetup.Started startedDatabase(DatabaseSetup setup) {
        var started = setup.start();
        try {
            StoreSafety.require(
                    started.databases().writer(), started.databases().reader());
        } catch (RuntimeException e) {
            started.databases().close();
            throw e;
        }
        return started;
    }

    @Bean
    Databases databases(DatabaseSetup.Started started) {
        return started.databases();
    }

    /** The one data source that Axon's transactions are about: the event store's writer. */
    @Bean
    DataSource dataSource(Databases databases) {
        return databases.writer();
    }

    @Bean
    DataSourceTransactionManager transactionManager(DataSource dataSource) {
        return new DataSourceTransactionManager(dataSource);
    }

    @Bean
    EventCodec eventCodec(ObjectProvider<EventCodec.Upcaster> upcasters) {
        return new EventCodec(upcasters.orderedStream().toList());
    }

    @Bean
    EventLog eventLog(Databases databases, EventCodec codec, EventCodes codes, DatabaseSetup.Started started) {
        return new EventLog(databases.reader(), codec, codes, started.epoch());
    }

    /** Says that the history has moved on. */
    @Bean
    CommitSignal tail() {
        return new CommitSignal();
    }

    /** Says that a projection has moved on. */
    @Bean
    ProgressSignal progress() {
        return new ProgressSignal();
    }

    @Bean
    CommitNotices commitNotices(Databases databases, CommitSignal tail) {
        return new CommitNotices(databases.projector(), tail);
    }

    /** Found by Axon's own configuration, both as an interceptor and as the source of envelopes. */
    @Bean
    CommandEdge commandEdge() {
        return new CommandEdge();
    }

    @Bean
    CommandReceipts commandReceipts(DataSource dataSource, EventCodes codes) {
        return new CommandReceipts(dataSource, codes);
    }

    @Bean
    Commands commands(CommandGateway gateway, CommandReceipts receipts) {
        return new Commands(gateway, receipts);
    }

    @Bean
    ProjectionRunners projectionRunners(
            ObjectProvider<Projection> projections,
            EventLog log,
            Databases databases,
            CommitSignal tail,
            ProgressSignal progress,
            Clock clock) {
        var pages = new SharedPages(log, tail);
        return new ProjectionRunners(projections
                .orderedStream()
                .map(p -> new ProjectionRunner(p, pages, databases.projector(), tail, progress, clock))
                .toList());
    }

    @Bean
    ProjectionsOnRecord projectionsOnRecord(Databases databases) {
        var onRecord = new ProjectionsOnRecord(databases.projector());
        onRecord.canRead(EventTypes.all());
        return onRecord;
    }

    @Bean
    DeadLetterWorker deadLetterWorker(
            ProjectionRunners runners,
            EventLog log,
            EventStore events,
            Databases databases,
            ProjectionsOnRecord onRecord,
            Ids ids,
            Clock clock) {
        return new DeadLetterWorker(runners, log, events, databases, onRecord, ids, clock);
    }

    @Bean
    PostgresEventStorageEngine eventStorageEngine(
            Databases databases,
            EventCodec codec,
            EventCodes codes,
            DatabaseSetup.Started started,
            // Which has it known what this release can read, before anything is written.
            ProjectionsOnRecord onRecord) {
        return new PostgresEventStorageEngine(databases.writer(), codec, codes, started.epoch());
    }

    /** The store of record, whether or not Axon Server carries the commands (ADR 9). */
    @Bean
    HubEventStore eventStore(PostgresEventStorageEngine engine, CommitSignal tail, CommitNotices notices) {
        return HubEventStore.over(engine, tail, notices::afterCommit, CommandEdge::inPlainValues);
    }

    /** Commands and answers travel in the same strict JSON as events. */
    @Bean
    @Qualifier("messageSerializer")
    Serializer messageSerializer() {
        return CommandSerializer.create();
    }

    /** Commands about the same thing go to the same process, where they queue instead of colliding. */
    @Bean
    RoutingStrategy routingStrategy() {
        return command -> command.getPayload() instanceof Routed routed ? routed.routingKey() : command.getIdentifier();
    }
}
