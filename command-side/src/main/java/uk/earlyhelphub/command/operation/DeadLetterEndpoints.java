package uk.earlyhelphub.command.operation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.command.sending.CommandSender;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.operations.DeadLettersRetried;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.engine.CommitSignal;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.RecordedEvent;
import uk.earlyhelphub.platform.web.Caller;

/** What is done about events that a read model could not take. */
@RestController
class DeadLetterEndpoints {
    private static final Duration WAITS_AT_MOST = Duration.ofSeconds(10);

    private final CommandSender sender;
    private final EventLog log;
    private final CommitSignal tail;

    DeadLetterEndpoints(CommandSender sender, EventLog log, CommitSignal tail) {
        this.sender = sender;
        this.log = log;
        this.tail = tail;
    }

    /** What came of trying again. */
    record Retried(int applied) {}

    /** Has them tried again. The answer waits for what comes of it; if that takes long, it says only that it was asked for. */
    @PostMapping("/api/dead-letters/{projection}/{about}/retry")
    ResponseEntity<?> retry(
            Caller caller, @PathVariable("projection") String projection, @PathVariable("about") String about) {
        var id = DeadLetters.idOf(projection, about);
        var address = address(projection, about);
        return sender.about(id.value(), address, null, caller, Purpose.OPERATE)
                .answered(
                        new RetryDeadLetters(id, projection, about),
                        answer -> outcome(id.value(), answer.version(id.value()))
                                .<ResponseEntity<?>>map(DeadLetterEndpoints::told)
                                .orElseGet(() -> ResponseEntity.accepted()
                                        .location(URI.create(address))
                                        .build()));
    }

    private static String address(String projection, String about) {
        return "/api/dead-letters/" + projection + "/" + about;
    }

    /** The first answer after what was asked for by the event of that number. */
    private Optional<DeadLettersRetried> outcome(String stream, long asked) {
        var until = System.nanoTime() + WAITS_AT_MOST.toNanos();
        while (true) {
            var seen = tail.seen();
            var told = log.ofAggregate(stream, asked + 1).stream()
                    .map(RecordedEvent::payload)
                    .filter(DeadLettersRetried.class::isInstance)
                    .map(DeadLettersRetried.class::cast)
                    .findFirst();
            var left = until - System.nanoTime();
            if (told.isPresent() || left <= 0) {
                return told;
            }
            try {
                tail.await(seen, Duration.ofNanos(Math.min(left, 500_000_000L)));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
    }

    private static ResponseEntity<Retried> told(DeadLettersRetried retried) {
        if (retried.applied() == 0) {
            throw Refused.by(ReplayRule.STILL_CANNOT_BE_TAKEN, "They still cannot be taken. Nothing was changed.");
        }
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Retried(retried.applied()));
    }

    /**
     * Why no alarm is raised over them any more.
     *
     * @param reference a number under which the reason can be found, such as a ticket's; no names
     */
    record SetAsideForm(
            @NotBlank @Pattern(regexp = "[A-Za-z0-9 ./#-]{1,40}", message = "1 to 40 letters, digits or . / # -")
            String reference) {}

    /** They can still be tried again. */
    @PostMapping(path = "/api/dead-letters/{projection}/{about}/set-aside", consumes = "application/json")
    ResponseEntity<?> setAside(
            Caller caller,
            @PathVariable("projection") String projection,
            @PathVariable("about") String about,
            @Valid @RequestBody SetAsideForm form) {
        var id = DeadLetters.idOf(projection, about);
        return sender.about(id.value(), address(projection, about), null, caller, Purpose.OPERATE)
                .answered(
                        new SetDeadLettersAside(id, projection, about, form.reference()),
                        answer -> ResponseEntity.noContent().build());
    }
}
