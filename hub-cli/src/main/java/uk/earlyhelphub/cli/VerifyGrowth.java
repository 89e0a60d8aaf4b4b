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
import tools.jackson.databind.JsonNode;
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
        if (json.path("earlier").isIntegralNumber() && json.path("earlier").asLong() != before.size()) {
            throw new IOException("the proof is from a checkpoint of "
                    + json.path("earlier").asLong() + " events, and the one that you kept has " + before.size()
                    + ": ask for the proof from that size");
        }
        var after = SignedCheckpoint.verify(Given.text(json, "checkpoint"), given.key())
                .checkpoint();
        if (before.size() == 0 || after.size() < before.size()) {
            throw new IOException("a log of " + after.size()
                    + " events cannot be shown to begin with the " + before.size()
                    + " that you know: ask for a newer proof. If there is none, history was rolled back");
        }
        if (new ConsistencyProof(before.size(), after.size(), path(json)).proves(before.root(), after.root())) {
            out.println("PROVED: the log of " + after.size() + " events begins with the " + before.size()
                    + " that you know.");
            return 0;
        }
        out.println("NOT PROVED: the log of " + after.size() + " events does not begin with the " + before.size()
                + " that you know.");
        return Hub.ALTERED;
    }

    private static List<Hash> path(JsonNode json) throws IOException {
        var path = new ArrayList<Hash>();
        try {
            for (var hash : json.path("path")) {
                path.add(Hash.fromBase64(hash.asString()));
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("the file is not a proof: its path is not made of hashes", e);
        }
        return path;
    }
}
