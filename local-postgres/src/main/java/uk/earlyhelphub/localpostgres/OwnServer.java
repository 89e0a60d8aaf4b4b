package uk.earlyhelphub.localpostgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The PostgreSQL whose data is in one folder, if one runs. A number in {@code postmaster.pid} proves nothing, since numbers are
 * given again: only a process that is a PostgreSQL and says itself that it was started on this very folder is ever touched.
 */
final class OwnServer {
    private static final Duration TO_STOP = Duration.ofSeconds(60);
    private static final Duration TO_STOP_AT_ONCE = Duration.ofSeconds(20);

    private final Path data;

    OwnServer(Path data) {
        this.data = data;
    }

    /** The server that runs on this folder, if any. */
    Optional<ProcessHandle> running() throws IOException {
        return noted().filter(this::isOurs);
    }

    /**
     * Ends the server that a killed process left behind, although sessions are open on it, and waits until it has ended. A note
     * that leads to nobody, or to somebody else, is put away, so that PostgreSQL does not take a stranger for itself.
     *
     * @throws CannotStart if it does not end
     */
    void end() throws IOException {
        var server = running();
        if (server.isPresent()) {
            end(server.get());
        }
        Files.deleteIfExists(note());
    }

    private static void end(ProcessHandle server) throws IOException {
        // Fast: sessions are cut off. A plain kill would wait for each of them to say goodbye.
        signal(server, "INT");
        if (!ended(server, TO_STOP)) {
            signal(server, "QUIT");
            if (!ended(server, TO_STOP_AT_ONCE)) {
                throw new CannotStart(
                        "The PostgreSQL of an earlier run, process " + server.pid() + ", does not stop.",
                        "See what holds it (postgres.log in the data folder), end it, and start again.");
            }
        }
    }

    private static void signal(ProcessHandle server, String signal) throws IOException {
        if (isWindows()) {
            server.destroy();
            return;
        }
        try {
            new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " " + server.pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the PostgreSQL of an earlier run was being stopped", e);
        }
    }

    private static boolean ended(ProcessHandle server, Duration within) throws IOException {
        try {
            server.onExit().get(within.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the PostgreSQL of an earlier run was being stopped", e);
        }
    }

    private Path note() {
        return data.resolve("postmaster.pid");
    }

    private Optional<ProcessHandle> noted() throws IOException {
        if (!Files.exists(note())) {
            return Optional.empty();
        }
        var first = Files.readAllLines(note()).stream().findFirst().orElse("").strip();
        return first.matches("\\d{1,9}") ? ProcessHandle.of(Long.parseLong(first)) : Optional.empty();
    }

    private boolean isOurs(ProcessHandle process) {
        var command = command(process);
        if (command.isEmpty() || !isPostgres(command.getFirst())) {
            return false;
        }
        var folder = command.indexOf("-D") + 1;
        if (folder > 0 && folder < command.size()) {
            return isThisFolder(command.get(folder));
        }
        // Windows does not say with which arguments a process was started; the program in our own folder is ours.
        return isWindows()
                && process.info()
                        .command()
                        .map(c -> Path.of(c).startsWith(data.resolveSibling("binaries")))
                        .orElse(false);
    }

    /** The program and its arguments, as the process itself has them; empty if that cannot be known. */
    private static List<String> command(ProcessHandle process) {
        var linux = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        if (Files.isReadable(linux)) {
            try {
                return List.of(Files.readString(linux).split("\0"));
            } catch (IOException _) {
                return List.of();
            }
        }
        var program = process.info().command().map(List::of).orElse(List.of());
        var arguments = process.info().arguments().map(List::of).orElse(List.of());
        return java.util.stream.Stream.concat(program.stream(), arguments.stream())
                .toList();
    }

    private static boolean isPostgres(String program) {
        var name = Path.of(program).getFileName();
        return name != null
                && (name.toString().equals("postgres") || name.toString().equals("postgres.exe"));
    }

    private boolean isThisFolder(String named) {
        try {
            return Files.isSameFile(Path.of(named), data);
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean isWindows() {
        return System.getProperty("os.name", "").startsWith("Windows");
    }
}
