package uk.earlyhelphub.query.replay;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.events.operations.OperationEvent;
import uk.earlyhelphub.events.operations.ReplayApproved;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.web.Caller;

/**
 * Decides what may be done about a replay, on its own stream: of two who act at the same moment one comes first, and the other
 * decides anew by what the first did. The book only follows.
 */
@Component
class ReplayStories {
    private static final Duration ASKED_FOR_WITHIN = Duration.ofMinutes(5);
    private final OperationsLedger ledger;
    private final ReplayBook book;
    private final Clock clock;

    ReplayStories(OperationsLedger ledger, ReplayBook book, Clock clock) {
        this.ledger = ledger;
        this.book = book;
        this.clock = clock;
    }

    /**
     * Records what somebody does about a replay, once for each request.
     *
     * @param from how the replay may stand for it
     */
    void act(Caller caller, OperationEvent event, Set<ReplayJob.State> from) {
        var id = event.operationId().value();
        var command = ledger.command(caller);
        while (true) {
            var story = ledger.story(id);
            if (story.entries().isEmpty()) {
                throw Refused.unknown();
            }
            if (story.tells(command, event)) {
                follow(id);
                return;
            }
            if (!from.contains(story.state())) {
                follow(id);
                throw wrongState(story.state());
            }
            if (ledger.recorded(caller, story.next(), event)) {
                follow(id);
                return;
            }
        }
    }

    static Refused wrongState(ReplayJob.State state) {
        return Refused.by(ReplayRule.REPLAY_NOT_IN_THIS_STATE, "This replay is " + state + " now.");
    }

    /** Brings the book in line with what is on record, whoever else does the same meanwhile. */
    private void follow(String id) {
        var story = ledger.story(id);
        while (true) {
            book.follow(id, story.state(), story.actor(ReplayApproved.class).orElse(null));
            var now = ledger.story(id);
            if (now.next() == story.next()) {
                return;
            }
            story = now;
        }
    }

    /** Brings the book in line where a process ended, or lost its database, between recording and noting. */
    void followAll() {
        for (var job : book.open()) {
            if (!ledger.story(job.id()).entries().isEmpty()) {
                follow(job.id());
            } else if (job.requestedAt().plus(ASKED_FOR_WITHIN).isBefore(clock.instant())) {
                // It holds a place for a request that never came on record.
                book.follow(job.id(), ReplayJob.State.CANCELLED, null);
            }
        }
    }
}
