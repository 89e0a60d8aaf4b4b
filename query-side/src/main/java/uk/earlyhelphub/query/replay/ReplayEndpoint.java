package uk.earlyhelphub.query.replay;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import uk.earlyhelphub.api.described.ForWhom;
import uk.earlyhelphub.api.described.GivesProblems;
import uk.earlyhelphub.api.replay.ReplayJob;
import uk.earlyhelphub.api.replay.ReplaysApi;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.web.Callers;
import uk.earlyhelphub.query.access.Reading;
import uk.earlyhelphub.query.access.RoleGuard;

/** Shows which projections are made again from the history, and how far that is. */
@RestController
class ReplayEndpoint implements ReplaysApi {
    private static final Role[] WATCHERS = {Role.AUDITOR, Role.ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER, Role.MANAGER
    };
    private final ReplayBook book;
    private final ReplayWorker worker;
    private final ReplayStories stories;
    private final RoleGuard gate;
    private final ReplayWatchers watchers;
    private final Callers callers;

    ReplayEndpoint(
            ReplayBook book,
            ReplayWorker worker,
            ReplayStories stories,
            RoleGuard gate,
            ReplayWatchers watchers,
            Callers callers) {
        this.callers = callers;
        this.book = book;
        this.worker = worker;
        this.stories = stories;
        this.gate = gate;
        this.watchers = watchers;
    }

    @Override
    public ResponseEntity<List<ReplayJob>> replays(@Nullable String after, int asked) {
        gate.admitToList(callers.current(), Purpose.OPERATE, "replays", WATCHERS);
        var limit = Reading.limit(asked);
        var jobs = book.page(Reading.cursor(after), limit);
        return Reading.page(
                jobs,
                limit,
                "/api/replays",
                jobs.isEmpty() ? "" : jobs.getLast().id());
    }

    @Override
    public ResponseEntity<ReplayJob> replay(String path) {
        requireWatcher();
        return fresh(path);
    }

    // No interface of the contract can say that an answer goes on; its address begins as theirs do.
    /** The same as server-sent events, one for each change, until it ended. */
    @GetMapping(path = "/{id}/progress", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            operationId = "followReplay",
            summary = "Follow a replay",
            description = "The replay as server-sent events, one for each change, until it ended.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(implementation = ReplayJob.class)))
    @ForWhom("Auditors, administrators, the Data Protection Officer and managers.")
    @GivesProblems(tooOften = "too-many-streams")
    SseEmitter progress(@PathVariable("id") String path) {
        requireWatcher();
        return watchers.watch(callers.current().actor().id(), found(path));
    }

    /** As it stands on record this very moment: whoever was answered that something was done finds it done. */
    private ReplayJob found(String path) {
        var id = Reading.id(path);
        stories.follow(id);
        worker.look();
        return book.find(id).orElseThrow(Refused::unknown);
    }

    private ResponseEntity<ReplayJob> fresh(String path) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(found(path));
    }

    private void requireWatcher() {
        gate.admit(callers.current(), Purpose.OPERATE, "replays", WATCHERS);
    }
}
