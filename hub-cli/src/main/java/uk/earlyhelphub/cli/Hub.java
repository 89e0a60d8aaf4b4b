package uk.earlyhelphub.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code hub}. It ends with 0 if all is well, 1 if something was altered, 2 if it could not be checked. */
@Command(
        name = "hub",
        mixinStandardHelpOptions = true,
        version = "Early Help Hub 0.1.0",
        description = "Checks the history of an Early Help Hub without trusting it.",
        subcommands = {Verify.class, VerifyEvent.class, VerifyGrowth.class, Replays.class, MakeProofKey.class})
public final class Hub {
    static final int ALTERED = 1;
    static final int NOT_CHECKED = 2;

    /** Runs a command and ends with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** Runs a command within this process, and answers its exit code. */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return commandLine().setOut(out).setErr(err).execute(arguments);
    }

    private static CommandLine commandLine() {
        return new CommandLine(new Hub()).setExecutionExceptionHandler((e, command, parsed) -> {
            command.getErr().println("Not checked: " + e.getMessage());
            return NOT_CHECKED;
        });
    }
}
