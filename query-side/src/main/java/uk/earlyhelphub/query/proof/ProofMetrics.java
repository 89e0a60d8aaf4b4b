package uk.earlyhelphub.query.proof;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Whether the proof log is kept, and whether what is stored is still what was recorded. */
@Component
class ProofMetrics implements MeterBinder {
    private final ObjectProvider<ProofLogWriter> keeper;
    private final Clock clock;

    ProofMetrics(ObjectProvider<ProofLogWriter> keeper, Clock clock) {
        this.keeper = keeper;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        var here = keeper.getIfAvailable();
        if (here == null) {
            return;
        }
        Gauge.builder("hub.proof.signed", here, k -> k.standing().size())
                .description("Events that the newest checkpoint covers")
                .baseUnit("events")
                .register(registry);
        Gauge.builder(
                        "hub.proof.unsigned.age",
                        here,
                        k -> k.watch().sight().age(clock.instant()).toMillis() / 1000.0)
                .description(
                        "How long the oldest stored row has waited to be signed for, settled or not; 0 if none waits")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("hub.proof.troubles", here, k -> k.standing().troubles().size())
                .description("Places and witnesses that cannot be written or told")
                .register(registry);
        Gauge.builder("hub.proof.findings", here, ProofMetrics::findings)
                .description("What was found altered, in comparisons and beside them; -1 before the first comparison")
                .register(registry);
        Gauge.builder("hub.proof.compared.progress", here, ProofMetrics::progress)
                .description("How much of the history the present comparison has covered, from 0 to 1")
                .register(registry);
        Gauge.builder("hub.proof.compared.age", here, this::comparedAge)
                .description("How long ago everything stored was last compared with the log; -1 before the first time")
                .baseUnit("seconds")
                .register(registry);
    }

    private static double findings(ProofLogWriter keeper) {
        var standing = keeper.standing();
        var found = standing.found();
        return standing.compared() == null && found == 0 ? -1 : found;
    }

    private double comparedAge(ProofLogWriter keeper) {
        var compared = keeper.standing().compared();
        return compared == null
                ? -1
                : Duration.between(compared.at(), clock.instant()).toSeconds();
    }

    private static double progress(ProofLogWriter keeper) {
        var progress = keeper.standing().progress();
        return progress == null || progress.of() == 0 ? 0 : (double) progress.done() / progress.of();
    }
}
