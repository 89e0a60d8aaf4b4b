package uk.earlyhelphub.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Has what people are shown made again from the history, or checked against it; one person asks, another agrees. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description =
                "Makes what people are shown again from the history (rebuild), or compares the two (rebuild-check).")
final class Replays {
    private static final int BAR = 40;

    @Spec
    private @Nullable CommandSpec spec;

    @Command(name = "rebuild", mixinStandardHelpOptions = true, description = "Asks for a projection to be made again")
    int rebuild(
            @Mixin Server server,
            @Parameters(paramLabel = "PROJECTION") String projection,
            @Option(
                            names = "--reason",
                            required = true,
                            description = "AUDIT, SUSPECTED_DIFFERENCE, NEW_RELEASE, AFTER_A_REPAIR or DRILL")
                    String reason,
            @Option(names = "--reference", description = "A number under which more can be found, such as a ticket's")
                    @Nullable
                    String reference)
            throws IOException {
        return request(server, projection, "REBUILD", reason, reference);
    }

    @Command(
            name = "rebuild-check",
            mixinStandardHelpOptions = true,
            description = "Asks for a projection to be compared with the history")
    int check(
            @Mixin Server server,
            @Parameters(paramLabel = "PROJECTION") String projection,
            @Option(
                            names = "--reason",
                            required = true,
                            description = "AUDIT, SUSPECTED_DIFFERENCE, NEW_RELEASE, AFTER_A_REPAIR or DRILL")
                    String reason,
            @Option(names = "--reference", description = "A number under which more can be found, such as a ticket's")
                    @Nullable
                    String reference)
            throws IOException {
        return request(server, projection, "CHECK", reason, reference);
    }

    private int request(Server server, String projection, String kind, String reason, @Nullable String reference)
            throws IOException {
        var body = tools.jackson.databind.json.JsonMapper.builder().build().createObjectNode();
        body.put("projection", projection).put("kind", kind).put("reason", reason);
        if (reference != null) {
            body.put("reference", reference);
        }
        var job = server.post("/api/replays", body.toString());
        line("Asked for: " + job.path("id").asString() + ". A second person runs: hub replay approve "
                + job.path("id").asString());
        return 0;
    }

    @Command(
            name = "approve",
            mixinStandardHelpOptions = true,
            description = "Agrees to a replay that somebody else asked for, and watches it")
    int approve(@Mixin Server server, @Parameters(paramLabel = "ID") String id) throws IOException {
        server.post("/api/replays/" + id + "/approval", "");
        return watch(server, id);
    }

    @Command(name = "pause", mixinStandardHelpOptions = true, description = "Has a replay wait")
    int pause(@Mixin Server server, @Parameters(paramLabel = "ID") String id) throws IOException {
        server.post("/api/replays/" + id + "/pause", "");
        return show(server.get("/api/replays/" + id));
    }

    @Command(name = "resume", mixinStandardHelpOptions = true, description = "Has a replay go on, and watches it")
    int resume(@Mixin Server server, @Parameters(paramLabel = "ID") String id) throws IOException {
        server.post("/api/replays/" + id + "/resumption", "");
        return watch(server, id);
    }

    @Command(name = "cancel", mixinStandardHelpOptions = true, description = "Calls a replay off; nothing was changed")
    int cancel(@Mixin Server server, @Parameters(paramLabel = "ID") String id) throws IOException {
        server.post("/api/replays/" + id + "/cancellation", "");
        return show(server.get("/api/replays/" + id));
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists replays, the newest first")
    int list(@Mixin Server server) throws IOException {
        for (var job : server.get("/api/replays")) {
            show(job);
        }
        return 0;
    }

    @Command(
            name = "watch",
            mixinStandardHelpOptions = true,
            description = "Shows how far a replay is, until it ended or waits")
    int watch(@Mixin Server server, @Parameters(paramLabel = "ID") String id) throws IOException {
        var job = server.get("/api/replays/" + id);
        var watched = false;
        while (job.path("state").asString("").equals("RUNNING")) {
            watched = true;
            bar(job);
            try {
                Thread.sleep(Duration.ofMillis(500));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("Interrupted", e);
            }
            job = server.get("/api/replays/" + id);
        }
        if (watched) {
            Objects.requireNonNull(spec).commandLine().getErr().println();
        }
        return show(job);
    }

    private void bar(JsonNode job) {
        var total = Math.max(1, job.path("total").asLong(1));
        var done = job.path("done").asLong(0);
        var filled = (int) Math.min(BAR, done * BAR / total);
        var err = Objects.requireNonNull(spec).commandLine().getErr();
        err.print("\r[" + "#".repeat(filled) + ".".repeat(BAR - filled) + "] " + done + "/" + total + " events, "
                + job.path("perSecond").asLong(0) + " per second, about "
                + job.path("secondsLeft").asLong(0) + " s left ");
        err.flush();
    }

    /** One line for each thing that matters; 1 if what people are shown is not what the history says. */
    private int show(JsonNode job) {
        var outcome = job.path("outcome").asString("");
        line(job.path("id").asString() + "  " + job.path("projection").asString() + "  "
                + job.path("kind").asString() + "  " + job.path("state").asString()
                + (outcome.isEmpty()
                        ? ""
                        : "  " + outcome + ", " + job.path("done").asLong(0) + " events, digest "
                                + job.path("digestReplayed").asString("none")));
        job.path("differences").forEach(row -> line("  " + row.asString()));
        return outcome.equals("DIFFERENT") || outcome.equals("FAILED") ? Hub.ALTERED : 0;
    }

    private void line(String text) {
        Objects.requireNonNull(spec).commandLine().getOut().println(text);
    }
}
