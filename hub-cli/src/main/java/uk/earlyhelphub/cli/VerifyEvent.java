package uk.earlyhelphub.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.earlyhelphub.proof.ProofFile;
import uk.earlyhelphub.proof.SignedCheckpoint;

@Command(
        name = "verify-event",
        mixinStandardHelpOptions = true,
        description =
                "Checks the proof that an event is in the history, as GET /api/proof/events/... and /commands/... hand it out.")
final class VerifyEvent implements Callable<Integer> {

    @Parameters(paramLabel = "PROOF", description = "The answer as it came: one proof, or a list of them")
    private @Nullable Path proof;

    @Mixin
    private Given given = new Given();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        var json = Given.json(Objects.requireNonNull(proof));
        var key = given.key();
        if (json.isEmpty()) {
            throw new IOException("There is no proof in the file");
        }
        var worst = 0;
        for (var one : json.isArray() ? json : java.util.List.of(json)) {
            var leaf = Given.text(one, "leaf");
            try {
                var checkpoint = ProofFile.verify(Given.text(one, "proof"), leaf.getBytes(StandardCharsets.UTF_8), key);
                out.println("PROVED: it is among the first "
                        + checkpoint.checkpoint().size() + " events: " + leaf);
            } catch (SignedCheckpoint.Forged e) {
                out.println("NOT PROVED: " + e.getMessage() + ": " + leaf);
                worst = Hub.ALTERED;
            }
        }
        return worst;
    }
}
