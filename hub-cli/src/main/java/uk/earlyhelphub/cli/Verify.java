package uk.earlyhelphub.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.earlyhelphub.proof.HistoryVerifier;
import uk.earlyhelphub.proof.SignedCheckpoint;

@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description =
                "Checks an exported history, and names whatever was edited, deleted, inserted, moved or rolled back.")
final class Verify implements Callable<Integer> {
    private static final int BAR = 40;

    @Parameters(paramLabel = "HISTORY", description = "The exported history, e.g. history-1234.hubhistory")
    private @Nullable Path history;

    @Option(
            names = {"-c", "--checkpoint"},
            paramLabel = "FILE",
            description =
                    "A checkpoint that you kept; as many as you like. Without one, a history that was written anew and signed again cannot be told.")
    private List<Path> kept = List.of();

    @Mixin
    private Given given = new Given();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, SignedCheckpoint.Forged {
        var file = java.util.Objects.requireNonNull(history);
        var command = java.util.Objects.requireNonNull(spec).commandLine();
        var err = command.getErr();
        var out = command.getOut();
        var total = Math.max(1, Files.size(file));
        var checkpoints = given.checkpoints(kept);
        var verifier = new HistoryVerifier(given.key(), checkpoints, bytes -> {
            var done = (int) Math.min(BAR, bytes * BAR / total);
            err.print("\r[" + "#".repeat(done) + ".".repeat(BAR - done) + "] " + bytes * 100 / total + " %");
            err.flush();
        });
        try (var in = Files.newInputStream(file)) {
            var verdict = verifier.verify(in);
            err.println();
            verdict.findings().forEach(out::println);
            if (verdict.intact()) {
                out.println("INTACT: " + verdict.leaves() + " events are what was recorded"
                        + (checkpoints.isEmpty() ? ", as far as can be told without a checkpoint of your own" : "")
                        + ".");
                return 0;
            }
            out.println("ALTERED: " + verdict.found() + " findings over " + verdict.leaves() + " events.");
            return Hub.ALTERED;
        }
    }
}
