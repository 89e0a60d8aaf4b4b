package uk.earlyhelphub.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
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
import uk.earlyhelphub.proof.Hash;
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

    @Option(
            names = "--citations-only",
            description =
                    "For an accountability pack: ends with 0 if the events that it cites are proved. Its text is not checked either way.")
    private boolean citationsOnly;

    @Mixin
    private Given given = new Given();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, SignedCheckpoint.Forged {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        var file = Given.json(Objects.requireNonNull(proof));
        // An accountability pack cites its events with their proofs.
        var pack = file.has("cited");
        var json = pack ? file.get("cited") : file;
        var key = given.key();
        if (json.isEmpty()) {
            throw new IOException("there is no proof in the file");
        }
        var worst = 0;
        var seen = new HashSet<Hash>();
        for (var one : json.isArray() ? json : List.of(json)) {
            if (pack && one.path("proof").isNull()) {
                out.println("NOT CHECKED: an event is cited without a proof");
                worst = worst == Hub.ALTERED ? worst : Hub.NOT_CHECKED;
                continue;
            }
            var result = new Citation(one).check(key, seen);
            out.println(result);
            if (result.startsWith("NOT PROVED")) {
                worst = Hub.ALTERED;
            }
        }
        if (pack) {
            out.println(
                    "NOT CHECKED: the text of the pack. Only the events that it cites can be checked; what it says of them,"
                            + " and everything else in it, is bound to nothing.");
            return worst == 0 && !citationsOnly ? Hub.NOT_CHECKED : worst;
        }
        return worst;
    }
}
