package uk.earlyhelphub.events.operations;

/** What happens to a replay, from being asked for to its end. */
public sealed interface ReplayEvent extends OperationEvent
        permits ReplayApproved,
                ReplayCancelled,
                ReplayEnded,
                ReplayEnding,
                ReplayPaused,
                ReplayRequested,
                ReplayResumed {

    /** The read model that is made again or compared, by its name. */
    String projection();
}
