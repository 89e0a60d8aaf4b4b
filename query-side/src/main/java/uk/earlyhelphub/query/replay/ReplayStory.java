package uk.earlyhelphub.query.replay;

import java.time.Instant;
import uk.earlyhelphub.api.replay.ReplayJob;
import uk.earlyhelphub.model.operation.ReplayState;

/**
 * All that is on record about one replay, folded.
 *
 * @param next the number of its next event; 0 if there is no such replay
 * @param requestedAt when it was asked for
 */
record ReplayStory(ReplayState state, long next, Instant requestedAt) {

    boolean exists() {
        return next > 0;
    }

    /** How the work on it stands by what is on record. */
    ReplayJob.State jobState() {
        return switch (state.standing()) {
            case NONE, REQUESTED -> ReplayJob.State.REQUESTED;
            case RUNNING, ENDING -> ReplayJob.State.RUNNING;
            case PAUSED -> ReplayJob.State.PAUSED;
            case CANCELLED -> ReplayJob.State.CANCELLED;
            case ENDED -> ReplayJob.State.ENDED;
        };
    }
}
