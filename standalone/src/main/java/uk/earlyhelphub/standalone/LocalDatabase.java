package uk.earlyhelphub.standalone;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.earlyhelphub.localpostgres.LocalPostgres;
import uk.earlyhelphub.personaldata.MasterKeys;
import uk.earlyhelphub.platform.database.DatabaseSetup;

/** The database of an evaluation: a PostgreSQL of our own and a master key in a file, both in one folder that is kept. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${hub.db.url:}' == ''")
class LocalDatabase {

    @Bean(destroyMethod = "close")
    LocalPostgres localPostgres(@Value("${hub.data}") Path folder, @Value("${hub.data.port}") int port) {
        return LocalPostgres.durable(folder.toAbsolutePath(), port);
    }

    @Bean
    DatabaseSetup localDatabaseSetup(LocalPostgres postgres) {
        return new DatabaseSetup(
                postgres.jdbcUrl(), postgres.jdbcUrl(), postgres.owner(), postgres.password(), postgres.password());
    }

    @Bean
    MasterKeys localMasterKey(@Value("${hub.data}") Path folder, LocalPostgres postgres) {
        var file = folder.toAbsolutePath().resolve("master-key.json");
        MasterKeys.createFile(file);
        URI uri = file.toUri();
        return MasterKeys.open(java.util.List.of(uri.toString()), postgres.password());
    }
}
