package uk.earlyhelphub.query.replay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.events.ids.OperationId;
import uk.earlyhelphub.events.operations.ReplayEnding;

/**
 * Follows what people decide about replays. That is on record in the stream of each before anything is done about it; the book only
 * follows, and nothing is replayed that is not on record.
 */
@Component
class ReplayStories {
    private static final Duration ASKED_FOR_WITHIN = Duration.ofMinutes(5);
    /** The clocks of two processes differ, and a transaction can take a while. */
    private static final Duration LOOKED_BACK = Duration.ofHours(1);

    private final OperationsLedger ledger;
    private final ReplayBook book;
    private final Clock clock;
    private volatile Instant lookedAt = Instant.EPOCH.plus(LOOKED_BACK);

    ReplayStories(OperationsLedger ledger, ReplayBook book, Clock clock) {
        this.ledger = ledger;
        this.book = book;
        this.clock = clock;
    }

    /** Brings the book in line with what is on record about one replay, whoever else does the same meanwhile. */
    void follow(String id) {
        var story = ledger.story(id);
        while (story.exists()) {
            book.follow(id, story);
            var now = ledger.story(id);
            if (now.next() == story.next()) {
                return;
            }
            story = now;
        }
    }

    /** Brings the book in line with what was asked for lately, and with what is on record about what is not ended. */
    void followAll() {
        var now = clock.instant();
        for (var id : ledger.requestedSince(lookedAt.minus(LOOKED_BACK))) {
            if (book.find(id).isEmpty()) {
                follow(id);
            }
        }
        lookedAt = now;
        for (var job : book.open()) {
            if (ledger.story(job.id()).exists()) {
                follow(job.id());
            } else if (job.requestedAt().plus(ASKED_FOR_WITHIN).isBefore(now)) {
                // Of an earlier release: it holds a place for a request that never came on record.
                book.giveUp(job.id());
            }
        }
    }

    /**
     * Has it on record that what a replay made takes the place of what is shown, from when nobody can call it off any more. Answers
     * false if somebody came first, and it must not.
     */
    boolean endsNow(String id) {
        while (true) {
            var story = ledger.story(id);
            switch (story.state().standing()) {
                case ENDING -> {
                    return true;
                }
                case RUNNING -> {
                    var asked = Objects.requireNonNull(story.state().asked());
                    if (ledger.recorded(story, new ReplayEnding(new OperationId(id), asked.projection()))) {
                        return true;
                    }
                }
                default -> {
                    return false;
                }
            }
        }
    }
}
