package uk.earlyhelphub.cli;

import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import uk.earlyhelphub.proof.Printable;

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
    private static final String TOO_LITTLE = "Not checked: there is not enough memory; give Java more, with -Xmx.";
    private static final byte[] NO_MEMORY = (TOO_LITTLE + "\n").getBytes(StandardCharsets.US_ASCII);

    /** Runs a command and ends with its exit code. */
    @SuppressWarnings("SystemOut") // whoever started it is at the terminal
    public static void main(String[] arguments) {
        // Java's own exit code for whatever ends a program is 1, which would say that history was altered.
        var exit = NOT_CHECKED;
        try {
            exit = run(commandLine(), arguments);
        } catch (OutOfMemoryError _) {
            // There was not even enough to say so in the usual way.
            System.err.write(NO_MEMORY, 0, NO_MEMORY.length);
            System.err.flush();
        } catch (Error e) {
            System.err.println("Not checked: " + e);
        } finally {
            System.exit(exit);
        }
    }

    /** Runs a command within this process, and answers its exit code. */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return run(commandLine().setOut(out).setErr(err), arguments);
    }

    private static int run(CommandLine command, String... arguments) {
        try {
            return command.execute(arguments);
        } catch (OutOfMemoryError _) {
            command.getErr().println(TOO_LITTLE);
            return NOT_CHECKED;
        }
    }

    private static CommandLine commandLine() {
        return new CommandLine(new Hub()).setExecutionExceptionHandler((e, command, parsed) -> {
            command.getErr().println("Not checked: " + Printable.of(cause(e)));
            return NOT_CHECKED;
        });
    }

    private static String cause(Exception e) {
        return switch (e) {
            case NoSuchFileException missing -> "there is no file " + missing.getFile();
            case CharacterCodingException _ -> "a file that should be text is not";
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }
}
