package uk.earlyhelphub.query.replay;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import uk.earlyhelphub.events.ids.OperationId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.operations.ReplayApproved;
import uk.earlyhelphub.events.operations.ReplayKind;
import uk.earlyhelphub.events.operations.ReplayReason;
import uk.earlyhelphub.events.operations.ReplayRequested;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.web.Caller;
import uk.earlyhelphub.query.access.Reading;
import uk.earlyhelphub.query.access.RoleGuard;

/** Has a projection made again from the history: asked for by one person, agreed to by another. */
@RestController
class ReplayEndpoint {
    private final ReplayBook book;
    private final ReplayWorker worker;
    private final OperationsLedger ledger;
    private final RoleGuard gate;
    private final ReplayWatchers watchers;

    ReplayEndpoint(
            ReplayBook book, ReplayWorker worker, OperationsLedger ledger, RoleGuard gate, ReplayWatchers watchers) {
        this.book = book;
        this.worker = worker;
        this.ledger = ledger;
        this.gate = gate;
        this.watchers = watchers;
    }

    /**
     * What to replay.
     *
     * @param kind REBUILD to put what the history says in the place of what is shown, CHECK to compare only
     * @param reference a number under which more can be found elsewhere, such as a ticket's; no names
     */
    record ReplayForm(
            @NotBlank String projection,
            @NotNull ReplayKind kind,
            @NotNull ReplayReason reason,

            @Nullable @Pattern(regexp = "[A-Za-z0-9 ./#-]{1,40}", message = "1 to 40 letters, digits or . / # -")
            String reference) {}

    @PostMapping(path = "/api/replays", consumes = "application/json")
    ResponseEntity<ReplayJob> request(Caller caller, @Valid @RequestBody ReplayForm form) {
        requireOperator(caller);
        if (!worker.names().contains(form.projection())) {
            throw Refused.invalid(
                    "projection", "no-such-projection", "Name one of: " + String.join(", ", worker.names()) + ".");
        }
        var id = ledger.newId();
        book.requireNoneUnderWay(form.projection());
        // On record first: a request that then gets no row in the book is harmless, a replay that nobody asked for is
        // not.
        ledger.record(
                caller,
                0,
                new ReplayRequested(
                        new OperationId(id), form.projection(), form.kind(), form.reason(), form.reference()));
        book.request(
                id,
                form.projection(),
                form.kind(),
                form.reason(),
                form.reference(),
                caller.actor().id());
        return ResponseEntity.created(URI.create("/api/replays/" + id)).body(found(id));
    }

    /** A second person agrees, and it begins. */
    @PostMapping("/api/replays/{id}/approval")
    ResponseEntity<ReplayJob> approve(Caller caller, @PathVariable("id") String path) {
        gate.admit(
                caller,
                Purpose.OPERATE,
                "replays",
                Role.AUDITOR,
                Role.ADMINISTRATOR,
                Role.DATA_PROTECTION_OFFICER,
                Role.MANAGER);
        var job = found(path);
        if (job.requestedBy().equals(caller.actor().id())) {
            throw Refused.conflict("second-person", "You asked for this replay; somebody else must agree to it.");
        }
        if (job.state() != ReplayJob.State.REQUESTED) {
            throw wrongState(job);
        }
        ledger.record(caller, 1, new ReplayApproved(new OperationId(job.id()), job.projection()));
        if (!book.approve(job.id(), caller.actor().id())) {
            throw wrongState(found(path));
        }
        worker.look();
        return fresh(path);
    }

    @PostMapping("/api/replays/{id}/pause")
    ResponseEntity<ReplayJob> pause(Caller caller, @PathVariable("id") String path) {
        return move(caller, path, ReplayJob.State.PAUSED, ReplayJob.State.RUNNING);
    }

    @PostMapping("/api/replays/{id}/resumption")
    ResponseEntity<ReplayJob> resume(Caller caller, @PathVariable("id") String path) {
        return move(caller, path, ReplayJob.State.RUNNING, ReplayJob.State.PAUSED);
    }

    @PostMapping("/api/replays/{id}/cancellation")
    ResponseEntity<ReplayJob> cancel(Caller caller, @PathVariable("id") String path) {
        return move(
                caller,
                path,
                ReplayJob.State.CANCELLED,
                ReplayJob.State.REQUESTED,
                ReplayJob.State.RUNNING,
                ReplayJob.State.PAUSED);
    }

    private ResponseEntity<ReplayJob> move(Caller caller, String path, ReplayJob.State to, ReplayJob.State... from) {
        requireOperator(caller);
        var job = found(path);
        if (!book.move(job.id(), to, from)) {
            throw wrongState(found(path));
        }
        worker.look();
        return fresh(path);
    }

    private static Refused wrongState(ReplayJob job) {
        return Refused.conflict("replay-not-in-this-state", "This replay is " + job.state() + " now.");
    }

    /** Replays, the newest first. */
    @GetMapping("/api/replays")
    ResponseEntity<List<ReplayJob>> replays(
            Caller caller,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", defaultValue = "50") int asked) {
        requireWatcher(caller);
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

    private ReplayJob found(String path) {
        return book.find(Reading.id(path)).orElseThrow(Refused::unknown);
    }

    private ResponseEntity<ReplayJob> fresh(String path) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(found(path));
    }

    private void requireOperator(Caller caller) {
        gate.admit(caller, Purpose.OPERATE, "replays", Role.AUDITOR, Role.ADMINISTRATOR);
    }

    private void requireWatcher(Caller caller) {
        gate.admit(
                caller,
                Purpose.OPERATE,
                "replays",
                Role.AUDITOR,
                Role.ADMINISTRATOR,
                Role.DATA_PROTECTION_OFFICER,
                Role.MANAGER);
    }
}
