package uk.earlyhelphub.standalone;

import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.earlyhelphub.localpostgres.LocalPostgres;
import uk.earlyhelphub.personaldata.MasterKeys;
import uk.earlyhelphub.platform.database.DatabaseSetup;
import uk.earlyhelphub.platform.start.StartRefused;
import uk.earlyhelphub.query.proof.ProofPlaces;

/** The database of an evaluation: a PostgreSQL of our own, a master key in a file and a proof log, all in one folder that is kept. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${hub.db.url:}' == ''")
class LocalDatabase {

    @Bean(destroyMethod = "close")
    LocalPostgres localPostgres(@Value("${hub.data}") Path folder, @Value("${hub.data.port}") int port) {
        try {
            return LocalPostgres.durable(folder.toAbsolutePath(), port);
        } catch (IllegalStateException | UncheckedIOException e) {
            throw new StartRefused(
                    String.valueOf(e.getMessage()),
                    "See that no other Hub runs, or choose another folder and port: --hub.data=... --hub.data.port=...",
                    e);
        }
    }

    @Bean
    DatabaseSetup localDatabaseSetup(LocalPostgres postgres) {
        return new DatabaseSetup(
                postgres.jdbcUrl(), postgres.jdbcUrl(), postgres.owner(), postgres.password(), postgres.password());
    }

    /** In earnest the two folders are on machines that whoever owns the database cannot write to. */
    @Bean
    ProofPlaces localProofPlaces(@Value("${hub.data}") Path folder, LocalPostgres postgres) {
        var data = folder.toAbsolutePath();
        return new ProofPlaces(List.of(data.resolve("proof"), data.resolve("proof-copy")), data.resolve("proof-key"));
    }

    @Bean
    MasterKeys localMasterKey(@Value("${hub.data}") Path folder, LocalPostgres postgres) {
        var file = folder.toAbsolutePath().resolve("master-key.json");
        MasterKeys.createFile(file);
        URI uri = file.toUri();
        return MasterKeys.open(List.of(uri.toString()), postgres.password());
    }
}
