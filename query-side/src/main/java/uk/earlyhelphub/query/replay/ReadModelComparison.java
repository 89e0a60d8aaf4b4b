package uk.earlyhelphub.query.replay;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.Projection;

/** When read models are held against the history. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ComparisonSettings.class)
class ReadModelComparison {
    private static final Duration LOOKS = Duration.ofMinutes(1);

    @Bean
    ReadModelWatch readModelWatch(
            List<Projection> projections,
            EventLog log,
            Databases databases,
            ComparisonBook book,
            Clock clock,
            ComparisonSettings settings) {
        var hours = new QuietHours(settings.compareFrom(), settings.compareUntil());
        return new ReadModelWatch(
                projections,
                log,
                databases.projector(),
                book,
                clock,
                new ReadModelWatch.Settings(settings.compare(), hours, settings.compareEvery(), LOOKS));
    }
}
