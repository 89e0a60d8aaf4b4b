package uk.earlyhelphub.model.operation;

import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.operations.ReplayApproved;
import uk.earlyhelphub.events.operations.ReplayCancelled;
import uk.earlyhelphub.events.operations.ReplayEnded;
import uk.earlyhelphub.events.operations.ReplayEnding;
import uk.earlyhelphub.events.operations.ReplayEvent;
import uk.earlyhelphub.events.operations.ReplayPaused;
import uk.earlyhelphub.events.operations.ReplayRequested;
import uk.earlyhelphub.events.operations.ReplayResumed;

/**
 * A replay, folded from its events: asked for by one person, agreed to by another, it runs, may wait, and ends once.
 *
 * @param asked what was asked for; none before it was
 * @param requestedBy the id of whoever asked for it
 * @param approvedBy the id of whoever agreed to it
 */
public record ReplayState(
        @Nullable ReplayRequested asked,
        String requestedBy,
        @Nullable String approvedBy,
        Standing standing) {
    /** Before anything happened. */
    public static final ReplayState NONE = new ReplayState(null, "", null, Standing.NONE);

    /** Where it is on its way. */
    public enum Standing {
        /** There is no such replay. */
        NONE,
        /** A second person has to agree. */
        REQUESTED,
        RUNNING,
        PAUSED,
        /** What it made takes the place of what is shown; it cannot be called off any more. */
        ENDING,
        CANCELLED,
        ENDED;

        /** Whether nothing more can happen to it. */
        public boolean isClosed() {
            return this == CANCELLED || this == ENDED;
        }
    }

    /**
     * Once one more thing has happened.
     *
     * @param actor the id of whoever did it
     */
    public ReplayState after(ReplayEvent event, String actor) {
        return switch (event) {
            case ReplayRequested e -> new ReplayState(e, actor, null, Standing.REQUESTED);
            case ReplayApproved _ -> new ReplayState(asked, requestedBy, actor, Standing.RUNNING);
            case ReplayResumed _ -> now(Standing.RUNNING);
            case ReplayPaused _ -> now(Standing.PAUSED);
            case ReplayEnding _ -> now(Standing.ENDING);
            case ReplayCancelled _ -> now(Standing.CANCELLED);
            case ReplayEnded _ -> now(Standing.ENDED);
        };
    }

    private ReplayState now(Standing then) {
        return new ReplayState(asked, requestedBy, approvedBy, then);
    }

    /** Whether something may happen to a replay that stands so. */
    public static boolean allows(ReplayEvent event, Standing standing) {
        return switch (event) {
            case ReplayRequested _ -> standing == Standing.NONE;
            case ReplayApproved _ -> standing == Standing.REQUESTED;
            case ReplayPaused _, ReplayEnding _ -> standing == Standing.RUNNING;
            case ReplayResumed _ -> standing == Standing.PAUSED;
            case ReplayCancelled _ ->
                standing == Standing.REQUESTED || standing == Standing.RUNNING || standing == Standing.PAUSED;
            case ReplayEnded _ -> standing != Standing.NONE && !standing.isClosed();
        };
    }
}
