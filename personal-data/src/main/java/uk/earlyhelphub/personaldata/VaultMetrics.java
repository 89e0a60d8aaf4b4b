package uk.earlyhelphub.personaldata;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** Whether the keys are there. */
final class VaultMetrics implements MeterBinder {
    private final KeysSeen keys;

    VaultMetrics(KeysSeen keys) {
        this.keys = keys;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("hub.vault.keys.lost", keys, k -> k.lost() ? 1 : 0)
                .description("1 while people's keys that were in the vault are gone")
                .register(registry);
    }
}
