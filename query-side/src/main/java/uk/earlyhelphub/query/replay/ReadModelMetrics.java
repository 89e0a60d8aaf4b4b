package uk.earlyhelphub.query.replay;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Whether what people are shown was found to be what the history says. */
@Component
class ReadModelMetrics implements MeterBinder {
    private final ReadModelWatch watch;
    private final ComparisonBook book;
    private final Clock clock;

    ReadModelMetrics(ReadModelWatch watch, ComparisonBook book, Clock clock) {
        this.watch = watch;
        this.book = book;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (var name : watch.names()) {
            Gauge.builder("hub.projection.differing", book, b -> differing(name))
                    .description("Rows that are not what the history says; -1 before the first comparison")
                    .tag("projection", name)
                    .register(registry);
            Gauge.builder("hub.projection.compared.age", book, b -> age(name))
                    .description("How long ago it was last held against the history; -1 before the first time")
                    .baseUnit("seconds")
                    .tag("projection", name)
                    .register(registry);
        }
    }

    private double differing(String name) {
        var compared = book.all().get(name);
        return compared == null ? -1 : compared.differing();
    }

    private double age(String name) {
        var compared = book.all().get(name);
        return compared == null
                ? -1
                : Duration.between(compared.at(), clock.instant()).toSeconds();
    }
}
