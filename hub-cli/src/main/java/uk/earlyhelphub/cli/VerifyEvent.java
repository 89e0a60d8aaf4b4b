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
import uk.earlyhelphub.proof.Hash;
import uk.earlyhelphub.proof.ProofFile;
import uk.earlyhelphub.proof.SignedCheckpoint;

@Command(
        name = "verify-event",
        mixinStandardHelpOptions = true,
        description =
                "Checks the proof that an event is in the history, as GET /api/proof/events/... and /commands/... hand it out.")
final class VerifyEvent implements Callable<Integer> {

    @Parameters(
            paramLabel = "PROOF",
            description = "The answer as it came: one proof, a list of them, or an accountability pack")
    private @Nullable Path proof;

    @Mixin
    private Given given = new Given();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        var file = Given.json(Objects.requireNonNull(proof));
        // An accountability pack cites its events with their proofs.
        var json = file.has("cited") ? file.get("cited") : file;
        var key = given.key();
        if (json.isEmpty()) {
            throw new IOException("There is no proof in the file");
        }
        var worst = 0;
        for (var one : json.isArray() ? json : java.util.List.of(json)) {
            var hashOnly = !one.has("leaf");
            var leaf = hashOnly ? Given.text(one, "leafHash") : Given.text(one, "leaf");
            try {
                var hash = hashOnly ? Hash.fromBase64(leaf) : Hash.ofLeaf(leaf.getBytes(StandardCharsets.UTF_8));
                var checkpoint = ProofFile.verify(Given.text(one, "proof"), hash, key);
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
