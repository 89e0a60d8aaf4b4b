package uk.earlyhelphub.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
import tools.jackson.databind.json.JsonMapper;
import uk.earlyhelphub.proof.HistoryVerifier;
import uk.earlyhelphub.proof.NotAHistory;
import uk.earlyhelphub.proof.SignedCheckpoint;
import uk.earlyhelphub.proof.Verdict;

@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Checks an exported history, and names whatever was edited, deleted, inserted, moved or rolled back.",
            "Ends with 0 if it is intact, 1 if it was altered, 2 if what was given cannot show either; then it says why."
        })
final class Verify implements Callable<Integer> {
    private static final int BAR = 40;

    @Parameters(paramLabel = "HISTORY", description = "The exported history, e.g. history-1234.hubhistory")
    private @Nullable Path history;

    @Option(
            names = {"-c", "--checkpoint"},
            paramLabel = "FILE",
            description =
                    "A checkpoint that you kept; as many as you like. Without one, a history that was written anew and signed again cannot be told.")
    private List<Path> kept = List.of();

    @Option(
            names = "--not-older-than",
            paramLabel = "TIME",
            description =
                    "When the last event must have been recorded at the earliest, as 2026-11-23 or 2026-11-23T10:00:00Z. A file that was cut back to an earlier checkpoint of its own is found by this, or by a newer checkpoint that you kept.")
    private @Nullable String notOlderThan;

    @Option(
            names = "--remember",
            paramLabel = "FOLDER",
            description =
                    "Keeps the newest checkpoint of an intact history in this folder, and holds the next history of the same log against it, as --checkpoint does.")
    private @Nullable Path remember;

    @Option(names = "--json", description = "Says what came of it as JSON, for programs")
    private boolean json;

    @Mixin
    private Given given = new Given();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, SignedCheckpoint.Forged {
        var command = Objects.requireNonNull(spec).commandLine();
        var remembered = remember == null ? null : new Remembered(remember, given.key());
        var known = new ArrayList<>(kept);
        if (remembered != null) {
            known.addAll(remembered.files());
        }
        var checkpoints = given.checkpoints(known);
        var earliest = earliest();
        var bar = json ? null : command.getErr();
        var verifier = verifier(Objects.requireNonNull(history), checkpoints, bar);
        try {
            var answer = Answer.of(read(verifier, bar), checkpoints.size(), earliest);
            if (remembered != null && answer.exit() == 0) {
                remembered.keep(verifier.newest().orElseThrow());
            }
            if (json) {
                command.getOut().println(JsonMapper.builder().build().writeValueAsString(answer));
            } else {
                answer.print(command.getOut());
            }
            return answer.exit();
        } catch (NotAHistory e) {
            throw new IOException(history + ": " + e.getMessage(), e);
        }
    }

    private @Nullable Instant earliest() throws IOException {
        var text = notOlderThan;
        if (text == null) {
            return null;
        }
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw new IOException("--not-older-than is not a time such as 2026-11-23T10:00:00Z", e);
        }
    }

    private HistoryVerifier verifier(Path file, List<SignedCheckpoint> checkpoints, @Nullable PrintWriter bar)
            throws IOException {
        var total = Math.max(1, Files.size(file));
        return new HistoryVerifier(given.key(), checkpoints, bytes -> {
            if (bar != null) {
                var done = (int) Math.min(BAR, bytes * BAR / total);
                bar.print("\r[" + "#".repeat(done) + ".".repeat(BAR - done) + "] " + bytes * 100 / total + " %");
                bar.flush();
            }
        });
    }

    private Verdict read(HistoryVerifier verifier, @Nullable PrintWriter bar) throws IOException, NotAHistory {
        try (var in = Files.newInputStream(Objects.requireNonNull(history))) {
            var verdict = verifier.verify(in);
            if (bar != null) {
                bar.println();
            }
            return verdict;
        }
    }
}
