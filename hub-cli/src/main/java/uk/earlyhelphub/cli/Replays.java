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
import uk.earlyhelphub.api.CommandHeaders;
import uk.earlyhelphub.api.replay.ReplayApi;
import uk.earlyhelphub.api.replay.ReplayApi.ReplayForm;
import uk.earlyhelphub.api.replay.ReplayJob;
import uk.earlyhelphub.api.replay.ReplaysApi;
import uk.earlyhelphub.events.operations.ReplayKind;
import uk.earlyhelphub.events.operations.ReplayOutcome;
import uk.earlyhelphub.events.operations.ReplayReason;

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
                    ReplayReason reason,
            @Option(names = "--reference", description = "A number under which more can be found, such as a ticket's")
                    @Nullable
                    String reference)
            throws IOException {
        return request(server, projection, ReplayKind.REBUILD, reason, reference);
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
                    ReplayReason reason,
            @Option(names = "--reference", description = "A number under which more can be found, such as a ticket's")
                    @Nullable
                    String reference)
            throws IOException {
        return request(server, projection, ReplayKind.CHECK, reason, reference);
    }

    private int request(
            Server server, String projection, ReplayKind kind, ReplayReason reason, @Nullable String reference)
            throws IOException {
        var form = new ReplayForm(projection, kind, reason, reference);
        var id = server.ask(ReplayApi.class, replays -> replays.request(CommandHeaders.none(), form))
                .id();
        line("Asked for: " + id + ". A second person runs: hub replay approve " + id);
        return 0;
    }

    @Command(
            name = "approve",
            mixinStandardHelpOptions = true,
            description = "Agrees to a replay that somebody else asked for, and watches it")
    int approve(@Mixin Server server, @Parameters(paramLabel = "ID") String id) throws IOException {
        server.ask(ReplayApi.class, replays -> replays.approve(id, CommandHeaders.none()));
        return watch(server, id);
    }

    @Command(name = "pause", mixinStandardHelpOptions = true, description = "Has a replay wait")
    int pause(@Mixin Server server, @Parameters(paramLabel = "ID") String id) throws IOException {
        server.ask(ReplayApi.class, replays -> replays.pause(id, CommandHeaders.none()));
        return show(job(server, id));
    }

    @Command(name = "resume", mixinStandardHelpOptions = true, description = "Has a replay go on, and watches it")
    int resume(@Mixin Server server, @Parameters(paramLabel = "ID") String id) throws IOException {
        server.ask(ReplayApi.class, replays -> replays.resume(id, CommandHeaders.none()));
        return watch(server, id);
    }

    @Command(name = "cancel", mixinStandardHelpOptions = true, description = "Calls a replay off; nothing was changed")
    int cancel(@Mixin Server server, @Parameters(paramLabel = "ID") String id) throws IOException {
        server.ask(ReplayApi.class, replays -> replays.cancel(id, CommandHeaders.none()));
        return show(job(server, id));
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists replays, the newest first")
    int list(@Mixin Server server) throws IOException {
        for (var job : server.ask(ReplaysApi.class, replays -> replays.replays(null, 50))) {
            show(job);
        }
        return 0;
    }

    @Command(
            name = "watch",
            mixinStandardHelpOptions = true,
            description = "Shows how far a replay is, until it ended or waits")
    int watch(@Mixin Server server, @Parameters(paramLabel = "ID") String id) throws IOException {
        var job = job(server, id);
        var watched = false;
        while (job.state() == ReplayJob.State.RUNNING) {
            watched = true;
            bar(job);
            try {
                Thread.sleep(Duration.ofMillis(500));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("Interrupted", e);
            }
            job = job(server, id);
        }
        if (watched) {
            Objects.requireNonNull(spec).commandLine().getErr().println();
        }
        return show(job);
    }

    private static ReplayJob job(Server server, String id) throws IOException {
        return server.ask(ReplaysApi.class, replays -> replays.replay(id));
    }

    private void bar(ReplayJob job) {
        var filled = (int) Math.min(BAR, job.done() * BAR / Math.max(1, job.total()));
        var err = Objects.requireNonNull(spec).commandLine().getErr();
        err.print("\r[" + "#".repeat(filled) + ".".repeat(BAR - filled) + "] " + job.done() + "/" + job.total()
                + " events, " + job.perSecond() + " per second, about "
                + Objects.requireNonNullElse(job.secondsLeft(), 0L) + " s left ");
        err.flush();
    }

    /** One line for each thing that matters; 1 if what people are shown is not what the history says. */
    private int show(ReplayJob job) {
        var outcome = job.outcome();
        line(job.id() + "  " + job.projection() + "  " + job.kind() + "  " + job.state()
                + (outcome == null
                        ? ""
                        : "  " + outcome + ", " + job.done() + " events, digest "
                                + Objects.requireNonNullElse(job.digestReplayed(), "none")));
        job.differences().forEach(row -> line("  " + row));
        return outcome == ReplayOutcome.DIFFERENT || outcome == ReplayOutcome.FAILED ? Hub.ALTERED : 0;
    }

    private void line(String text) {
        Objects.requireNonNull(spec).commandLine().getOut().println(text);
    }
}
