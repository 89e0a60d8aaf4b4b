package uk.earlyhelphub.standalone;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.earlyhelphub.localpostgres.CannotStart;
import uk.earlyhelphub.localpostgres.LocalPostgres;
import uk.earlyhelphub.personaldata.MasterKeys;
import uk.earlyhelphub.personaldata.OlderHistory;
import uk.earlyhelphub.platform.database.DatabaseSetup;
import uk.earlyhelphub.platform.start.StartRefused;
import uk.earlyhelphub.query.proof.ProofPlaces;

/** The database of an evaluation: a PostgreSQL of our own, a master key in a file and a proof log, all in one folder that is kept. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${hub.db.url:}' == ''")
class LocalDatabase {
    private static final Logger LOG = LoggerFactory.getLogger(LocalDatabase.class);

    @Bean(destroyMethod = "close")
    LocalPostgres localPostgres(LocalSettings settings, LocalPostgresSettings postgres) {
        try {
            return LocalPostgres.durable(settings.folder(), postgres.port());
        } catch (CannotStart e) {
            throw new StartRefused(e.why(), e.whatToDo(), e);
        }
    }

    /** A Hub whose own database has ended can do nothing but be started again, by whoever watches over it. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> brokenWithoutDatabase(LocalPostgres postgres) {
        return ready -> postgres.lost().thenRun(() -> {
            LOG.error(
                    "The database that comes along has ended by itself: start the Hub again (postgres.log says more)");
            AvailabilityChangeEvent.publish(ready.getApplicationContext(), LivenessState.BROKEN);
        });
    }

    @Bean
    DatabaseSetup localDatabaseSetup(LocalPostgres postgres) {
        return new DatabaseSetup(
                postgres.jdbcUrl(), postgres.jdbcUrl(), postgres.owner(), postgres.password(), postgres.password());
    }

    /** In earnest the two folders are on machines that whoever owns the database cannot write to. */
    @Bean
    ProofPlaces localProofPlaces(LocalSettings settings, LocalPostgres postgres) {
        var data = settings.folder();
        return new ProofPlaces(List.of(data.resolve("proof"), data.resolve("proof-copy")), data.resolve("proof-key"));
    }

    /** The master key lies beside the data, so codes show nothing here that the owner of the database could not make. */
    @Bean
    OlderHistory localOlderHistory() {
        return new OlderHistory("an evaluation, with its own database");
    }

    @Bean
    MasterKeys localMasterKey(LocalSettings settings, LocalPostgres postgres) {
        var file = settings.folder().resolve("master-key.json");
        try {
            MasterKeys.createFile(file);
            return MasterKeys.open(List.of(file.toUri().toString()), postgres.password());
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new StartRefused(
                    e.getMessage() + ".",
                    "Put the copy you keep of it back. If no families are in the Hub yet, delete the folder "
                            + settings.folder() + " and start afresh.",
                    e);
        }
    }
}
