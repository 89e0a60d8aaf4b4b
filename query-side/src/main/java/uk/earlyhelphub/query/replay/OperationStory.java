package uk.earlyhelphub.query.replay;

import java.util.List;
import java.util.Optional;
import uk.earlyhelphub.events.operations.OperationEvent;
import uk.earlyhelphub.events.operations.ReplayApproved;
import uk.earlyhelphub.events.operations.ReplayCancelled;
import uk.earlyhelphub.events.operations.ReplayEnded;
import uk.earlyhelphub.events.operations.ReplayPaused;
import uk.earlyhelphub.events.operations.ReplayResumed;
import uk.earlyhelphub.platform.commands.CommandRule;
import uk.earlyhelphub.platform.commands.Refused;

/** All that is on record about one operation. Whether something may be done is decided by it, and by nothing else. */
record OperationStory(List<Entry> entries) {

    /**
     * One event of it.
     *
     * @param actor the id of whoever did it
     * @param command what the request was called that led to it
     */
    record Entry(OperationEvent event, String actor, String command) {}

    OperationStory {
        entries = List.copyOf(entries);
    }

    /** The number of its next event. */
    long next() {
        return entries.size();
    }

    /** Whether a request has led to this event before; refused if it led to another one. */
    boolean tells(String command, OperationEvent event) {
        var told = by(command);
        if (told.isPresent() && !told.get().equals(event)) {
            throw reused();
        }
        return told.isPresent();
    }

    static Refused reused() {
        return Refused.by(
                CommandRule.IDEMPOTENCY_KEY_REUSED,
                "This Idempotency-Key was used for another request. Use a new key for a new request.");
    }

    /** What a request has led to. */
    Optional<OperationEvent> by(String command) {
        return entries.stream()
                .filter(e -> e.command().equals(command))
                .map(Entry::event)
                .findFirst();
    }

    /** Who did the first thing of a kind. */
    Optional<String> actor(Class<? extends OperationEvent> what) {
        return entries.stream()
                .filter(e -> what.isInstance(e.event()))
                .map(Entry::actor)
                .findFirst();
    }

    /** How a replay stands by what is on record. */
    ReplayJob.State state() {
        var state = ReplayJob.State.REQUESTED;
        for (var entry : entries) {
            state = switch (entry.event()) {
                case ReplayApproved _, ReplayResumed _ -> ReplayJob.State.RUNNING;
                case ReplayPaused _ -> ReplayJob.State.PAUSED;
                case ReplayCancelled _ -> ReplayJob.State.CANCELLED;
                case ReplayEnded _ -> ReplayJob.State.ENDED;
                default -> state;
            };
        }
        return state;
    }

    /** Whether nothing more can happen to a replay. */
    boolean isClosed() {
        return state() == ReplayJob.State.CANCELLED || state() == ReplayJob.State.ENDED;
    }
}
