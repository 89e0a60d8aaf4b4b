package uk.earlyhelphub.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.earlyhelphub.proof.LogKey;

@Command(
        name = "make-proof-key",
        mixinStandardHelpOptions = true,
        description =
                "Makes the key that signs checkpoints, in a new file, and beside it the public key for auditors (.pub).")
final class MakeProofKey implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FILE", description = "Where the key goes; never into the database")
    private @Nullable Path file;

    @Parameters(index = "1", paramLabel = "NAME", description = "The log's name, such as hub.example.gov.uk/history")
    private String name = "";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var commandLine = Objects.requireNonNull(spec).commandLine();
        var key = LogKey.generate(name);
        try {
            key.writeTo(Objects.requireNonNull(file));
        } catch (IOException e) {
            commandLine.getErr().println("No key was made: " + e.getMessage());
            return Hub.NOT_CHECKED;
        }
        commandLine.getOut().println("A new proof key is in " + file + ", on disk and read back.");
        commandLine.getOut().println("Public key, for auditors: " + key.publicKey());
        return 0;
    }
}
