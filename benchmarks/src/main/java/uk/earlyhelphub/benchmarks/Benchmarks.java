package uk.earlyhelphub.benchmarks;

import java.nio.file.Path;

/** Measures all there is to measure and writes the report into the folder that is named. */
public final class Benchmarks {
    private Benchmarks() {}

    /** Runs the engine's benchmarks and then those of the whole server. */
    @SuppressWarnings("SystemOut") // its result is what it prints
    public static void main(String[] arguments) throws Exception {
        System.setProperty("axoniq.update-checker.disabled", "true");
        var report = new Report();
        if (!Boolean.getBoolean("hub.server-only")) {
            HistoryBenchmark.run(report);
            EngineBenchmark.run(report);
        }
        ServerBenchmark.run(report);
        report.write(Path.of(arguments.length == 0 ? "target" : arguments[0]));
        System.out.println(report.markdown());
    }
}
