package uk.earlyhelphub.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.earlyhelphub.proof.ConsistencyProof;
import uk.earlyhelphub.proof.Hash;
import uk.earlyhelphub.proof.SignedCheckpoint;

@Command(
        name = "verify-growth",
        mixinStandardHelpOptions = true,
        description =
                "Checks the proof that history only grew since a kept checkpoint, as GET /api/proof/consistency hands it out.")
final class VerifyGrowth implements Callable<Integer> {

    @Parameters(paramLabel = "PROOF", description = "The answer as it came")
    private @Nullable Path proof;

    @Option(
            names = {"-c", "--checkpoint"},
            required = true,
            paramLabel = "FILE",
            description = "The checkpoint that you kept")
    private @Nullable Path kept;

    @Mixin
    private Given given = new Given();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, SignedCheckpoint.Forged {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        var json = Given.json(Objects.requireNonNull(proof));
        var before = given.checkpoints(List.of(Objects.requireNonNull(kept)))
                .getFirst()
                .checkpoint();
        try {
            var after = SignedCheckpoint.verify(Given.text(json, "checkpoint"), given.key())
                    .checkpoint();
            var path = new ArrayList<Hash>();
            for (var hash : json.path("path")) {
                path.add(Hash.fromBase64(hash.asString()));
            }
            if (new ConsistencyProof(before.size(), after.size(), path).proves(before.root(), after.root())) {
                out.println("PROVED: the log of " + after.size() + " events begins with the " + before.size()
                        + " that you know.");
                return 0;
            }
            out.println("NOT PROVED: the log of " + after.size() + " events does not begin with the " + before.size()
                    + " that you know.");
        } catch (SignedCheckpoint.Forged | IllegalArgumentException e) {
            out.println("NOT PROVED: " + e.getMessage());
        }
        return Hub.ALTERED;
    }
}
