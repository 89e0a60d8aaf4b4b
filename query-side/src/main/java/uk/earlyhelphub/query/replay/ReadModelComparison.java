package uk.earlyhelphub.query.replay;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.Projection;

/** When read models are held against the history. */
@Configuration(proxyBeanMethods = false)
class ReadModelComparison {
    private static final Duration LOOKS = Duration.ofMinutes(1);

    @Bean
    ReadModelWatch readModelWatch(
            List<Projection> projections,
            EventLog log,
            Databases databases,
            ComparisonBook book,
            Clock clock,
            @Value("${hub.projections.compare:true}") boolean on,
            @Value("${hub.projections.compare-from:01:00}") String from,
            @Value("${hub.projections.compare-until:05:00}") String until,
            @Value("${hub.projections.compare-every:20h}") Duration every) {
        var hours = new QuietHours(LocalTime.parse(from), LocalTime.parse(until));
        return new ReadModelWatch(
                projections,
                log,
                databases.projector(),
                book,
                clock,
                new ReadModelWatch.Settings(on, hours, every, LOOKS));
    }
}
