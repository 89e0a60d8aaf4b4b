package uk.earlyhelphub.query.replay;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.web.Caller;
import uk.earlyhelphub.query.access.Reading;
import uk.earlyhelphub.query.access.RoleGuard;

/** Shows which projections are made again from the history, and how far that is. */
@RestController
class ReplayEndpoint {
    private static final Role[] WATCHERS = {Role.AUDITOR, Role.ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER, Role.MANAGER
    };
    private final ReplayBook book;
    private final ReplayWorker worker;
    private final ReplayStories stories;
    private final RoleGuard gate;
    private final ReplayWatchers watchers;

    ReplayEndpoint(
            ReplayBook book, ReplayWorker worker, ReplayStories stories, RoleGuard gate, ReplayWatchers watchers) {
        this.book = book;
        this.worker = worker;
        this.stories = stories;
        this.gate = gate;
        this.watchers = watchers;
    }

    /** Replays, the newest first. */
    @GetMapping("/api/replays")
    ResponseEntity<List<ReplayJob>> replays(
            Caller caller,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", defaultValue = "50") int asked) {
        gate.admitToList(caller, Purpose.OPERATE, "replays", WATCHERS);
        var limit = Reading.limit(asked);
        var jobs = book.page(Reading.cursor(after), limit);
        return Reading.page(
                jobs,
                limit,
                "/api/replays",
                jobs.isEmpty() ? "" : jobs.getLast().id());
    }

    @GetMapping("/api/replays/{id}")
    ResponseEntity<ReplayJob> replay(Caller caller, @PathVariable("id") String path) {
        requireWatcher(caller);
        return fresh(path);
    }

    /** The same as server-sent events, one for each change, until it ended. */
    @GetMapping(path = "/api/replays/{id}/progress", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter progress(Caller caller, @PathVariable("id") String path) {
        requireWatcher(caller);
        return watchers.watch(caller.actor().id(), found(path));
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

    private void requireWatcher(Caller caller) {
        gate.admit(caller, Purpose.OPERATE, "replays", WATCHERS);
    }
}
