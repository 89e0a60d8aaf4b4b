package uk.earlyhelphub.cli;

import java.io.IOException;
import java.nio.file.Files;
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
    public Integer call() throws IOException {
        var line = Objects.requireNonNull(spec).commandLine();
        var target = Objects.requireNonNull(file).toAbsolutePath().normalize();
        var folder = target.getParent();
        if (Files.exists(target)) {
            line.getErr().println("Nothing was made: " + target + " is there already, and a key is never overwritten.");
            return Hub.NOT_CHECKED;
        }
        if (folder == null || !Files.isDirectory(folder)) {
            line.getErr().println("Nothing was made: the folder " + folder + " is not there.");
            return Hub.NOT_CHECKED;
        }
        var key = LogKey.generate(name);
        key.writeTo(target);
        line.getOut()
                .println("The secret key is in " + target
                        + ": name it in hub.proof.key, and keep it out of the database.");
        line.getOut()
                .println("The public key is in " + LogKey.publicFile(target) + ": give it to auditors. It says "
                        + key.publicKey());
        return 0;
    }
}
