package uk.earlyhelphub.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.referral.InformMethod;
import uk.earlyhelphub.events.referral.ReferrerInformed;
import uk.earlyhelphub.localpostgres.ThrowAwayDatabase;
import uk.earlyhelphub.platform.engine.EventCodec;
import uk.earlyhelphub.platform.engine.EventCodes;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.PostgresEventStorageEngine;
import uk.earlyhelphub.platform.engine.RecordedEvent;
import uk.earlyhelphub.platform.start.StartRefused;

/** The history comes back to a cluster that has held it before, and others wrote to it meanwhile. */
class EpochsTest {
    private static final Map<String, String> ENVELOPE = Map.of(
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

    private long another = 7_000_000_000_000_000_000L;
    private final ThrowAwayDatabase postgres = MigratedDatabases.next();
    private final DatabaseSetup setup = MigratedDatabases.setup(postgres);
    private final DatabaseSetup.Started first = setup.start();
    private final EventCodec codec = new EventCodec(List.of());
    private final EventCodes codes = EventCodes.under(new byte[] {7});

    @AfterEach
    void end() {
        first.databases().close();
        postgres.close();
    }

    private PGSimpleDataSource owner() {
        var source = new PGSimpleDataSource();
        source.setUrl(postgres.jdbcUrl());
        source.setUser(postgres.owner());
        return source;
    }

    private String append(int epoch) {
        var id = UUID.randomUUID().toString();
        new PostgresEventStorageEngine(first.databases().writer(), codec, codes, epoch)
                .appendEvents(List.of(new GenericDomainEventMessage<>(
                        "Referral",
                        id,
                        0,
                        new ReferrerInformed(new ReferralId(id), InformMethod.EMAIL, null, LocalDate.of(2026, 11, 23)),
                        MetaData.from(ENVELOPE),
                        UUID.randomUUID().toString(),
                        Instant.parse("2026-11-23T10:00:00Z"))));
        return id;
    }

    /** As a dump of another cluster leaves it that held the history after this one, and had counted further. */
    private void anotherClusterHeldIt() {
        var jdbc = new JdbcTemplate(owner());
        jdbc.update(
                "insert into events.epoch (epoch, system_identifier) overriding system value select max(epoch) + 1, ? from events.epoch",
                String.valueOf(another++));
        jdbc.update("""
                insert into events.domain_event (epoch, tx, event_id, stream, aggregate_id, sequence, type, revision, recorded_at, payload, metadata, code)
                select (select max(epoch) from events.epoch), '4000000000'::xid8, gen_random_uuid(), stream, aggregate_id, 1, type, revision,
                  recorded_at, payload, metadata, code from events.domain_event limit 1""");
    }

    /** What a restore leaves: every row is written again, by transactions of this cluster that it knows nothing of. */
    private void anotherClustersDumpIsRestored() {
        anotherClusterHeldIt();
        new JdbcTemplate(owner()).execute("""
                create table public.dump as select * from events.domain_event;
                truncate events.domain_event;
                insert into events.domain_event overriding system value select * from public.dump;
                drop table public.dump""");
    }

    private int startAgain() {
        var again = setup.start();
        again.databases().close();
        return again.epoch();
    }

    @Test
    void what_is_recorded_after_a_fail_back_lies_behind_no_reader() {
        append(first.epoch());
        anotherClustersDumpIsRestored();
        var epoch = startAgain();
        var log = new EventLog(first.databases().reader(), codec, codes, epoch);
        var readUpTo = log.head();
        assertThat(epoch).isGreaterThan(readUpTo.epoch());
        var id = append(epoch);
        assertThat(log.head()).isGreaterThan(readUpTo);
        assertThat(log.after(readUpTo, 10).events())
                .extracting(RecordedEvent::aggregateId)
                .containsExactly(id);
    }

    @Test
    void a_cluster_that_simply_comes_back_goes_on_in_its_epoch() {
        assertThat(startAgain()).isEqualTo(first.epoch());
        append(first.epoch());
        anotherClustersDumpIsRestored();
        var epoch = startAgain();
        assertThat(startAgain()).isEqualTo(epoch).isEqualTo(first.epoch() + 2);
    }

    @Test
    void of_many_that_start_at_once_one_begins_the_epoch() throws Exception {
        append(first.epoch());
        anotherClustersDumpIsRestored();
        Callable<Integer> start = () -> new Migrations(owner()).epoch();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var begun = threads.invokeAll(
                    IntStream.range(0, 24).mapToObj(n -> start).toList());
            for (var one : begun) {
                assertThat(one.get()).isEqualTo(first.epoch() + 2);
            }
        }
        assertThat(new JdbcTemplate(owner()).queryForObject("select count(*) from events.epoch", Integer.class))
                .isEqualTo(3);
    }

    @Test
    void an_epoch_that_a_stranger_put_in_with_rows_is_refused() {
        append(first.epoch());
        anotherClusterHeldIt();
        assertThatThrownBy(this::startAgain)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("epoch " + (first.epoch() + 1) + " is said to be of another cluster")
                .hasMessageContaining("no history was restored into this one");
        assertThat(new JdbcTemplate(owner()).queryForObject("select count(*) from events.epoch", Integer.class))
                .as("none is begun above it")
                .isEqualTo(2);
    }

    @Test
    void an_epoch_of_a_cluster_that_cannot_be_is_refused() {
        var jdbc = new JdbcTemplate(owner());
        var stranger =
                "insert into events.epoch (epoch, system_identifier) overriding system value select max(epoch) + 1, %s from events.epoch";
        jdbc.execute(stranger.formatted("'a stranger'"));
        assertThatThrownBy(this::startAgain).hasMessageContaining("of a cluster that cannot be");
        jdbc.execute("delete from events.epoch where system_identifier = 'a stranger'");
        jdbc.execute(stranger.formatted("max(system_identifier)"));
        assertThatThrownBy(this::startAgain)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("was begun by the cluster that wrote in the one before it");
    }
}
