package uk.earlyhelphub.platform.wiring;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.platform.engine.Background;
import uk.earlyhelphub.platform.engine.WorksInBackground;

/** What cannot go on in the background, and how often something failed. Labels are names of ours, never data. */
@Component
class BackgroundMetrics implements MeterBinder {
    private final ObjectProvider<WorksInBackground> workers;

    BackgroundMetrics(ObjectProvider<WorksInBackground> workers) {
        this.workers = workers;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        workers.stream().flatMap(w -> w.background().stream()).forEach(work -> {
            Gauge.builder("hub.background.trouble", work, w -> w.trouble() == null ? 0 : 1)
                    .description("1 while something keeps this work from going on")
                    .tag("work", work.name())
                    .register(registry);
            FunctionCounter.builder("hub.background.failures", work, Background::failures)
                    .description("How often this work failed and was tried again")
                    .tag("work", work.name())
                    .register(registry);
        });
    }
}
