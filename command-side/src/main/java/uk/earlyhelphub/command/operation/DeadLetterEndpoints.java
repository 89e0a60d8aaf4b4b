package uk.earlyhelphub.command.operation;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.api.CommandHeaders;
import uk.earlyhelphub.api.deadletter.DeadLetterApi;
import uk.earlyhelphub.command.sending.CommandSender;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.operations.DeadLettersRetried;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.engine.CommitSignal;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.RecordedEvent;

/** What is done about events that a read model could not take. */
@RestController
class DeadLetterEndpoints implements DeadLetterApi {
    private static final Duration WAITS_AT_MOST = Duration.ofSeconds(10);

    private final CommandSender sender;
    private final EventLog log;
    private final CommitSignal tail;

    DeadLetterEndpoints(CommandSender sender, EventLog log, CommitSignal tail) {
        this.sender = sender;
        this.log = log;
        this.tail = tail;
    }

    @Override
    public ResponseEntity<RetryReply> retry(String projection, String about, CommandHeaders headers) {
        var id = DeadLetters.idOf(projection, about);
        var address = address(projection, about);
        return sender.about(id.value(), address, null, Purpose.OPERATE)
                .answered(
                        new RetryDeadLetters(id, projection, about),
                        answer -> outcome(id.value(), answer.version(id.value()))
                                .map(DeadLetterEndpoints::told)
                                .orElseGet(() -> ResponseEntity.accepted()
                                        .location(URI.create(address))
                                        .body(new RetryReply(null))));
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

    private static ResponseEntity<RetryReply> told(DeadLettersRetried retried) {
        if (retried.applied() == 0) {
            throw Refused.by(ReplayRule.STILL_CANNOT_BE_TAKEN, "They still cannot be taken. Nothing was changed.");
        }
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new RetryReply(retried.applied()));
    }

    @Override
    public ResponseEntity<Void> setAside(String projection, String about, CommandHeaders headers, SetAsideForm form) {
        var id = DeadLetters.idOf(projection, about);
        return sender.about(id.value(), address(projection, about), null, Purpose.OPERATE)
                .answered(
                        new SetDeadLettersAside(id, projection, about, form.reference()),
                        answer -> ResponseEntity.noContent().build());
    }
}
