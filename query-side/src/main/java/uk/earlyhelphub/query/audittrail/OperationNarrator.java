package uk.earlyhelphub.query.audittrail;

import uk.earlyhelphub.events.operations.ConnectionDeclared;
import uk.earlyhelphub.events.operations.ConnectionsRemovalAsked;
import uk.earlyhelphub.events.operations.ConnectionsRemoved;
import uk.earlyhelphub.events.operations.DeadLettersRetried;
import uk.earlyhelphub.events.operations.DeadLettersRetryAsked;
import uk.earlyhelphub.events.operations.DeadLettersSetAside;
import uk.earlyhelphub.events.operations.OperationEvent;
import uk.earlyhelphub.events.operations.ReplayApproved;
import uk.earlyhelphub.events.operations.ReplayCancelled;
import uk.earlyhelphub.events.operations.ReplayEnded;
import uk.earlyhelphub.events.operations.ReplayEnding;
import uk.earlyhelphub.events.operations.ReplayKind;
import uk.earlyhelphub.events.operations.ReplayOutcome;
import uk.earlyhelphub.events.operations.ReplayPaused;
import uk.earlyhelphub.events.operations.ReplayPlaceTaken;
import uk.earlyhelphub.events.operations.ReplayReason;
import uk.earlyhelphub.events.operations.ReplayRequested;
import uk.earlyhelphub.events.operations.ReplayResumed;

/** Tells what was done to keep the Hub running. */
final class OperationNarrator {
    private OperationNarrator() {}

    static String tell(OperationEvent event, Telling t) {
        return switch (event) {
            case ConnectionDeclared e ->
                "It was declared for " + t.colleague(e.staff()) + " " + relation(e.relation())
                        + ", so that the Hub can warn about records of people close to them.";
            case ConnectionsRemovalAsked e ->
                "It was asked that the Hub forget to whom " + t.colleague(e.staff()) + " is close ("
                        + Words.count(e.declared(), "declaration", "declarations")
                        + "); until the Data Protection Officer confirms it, they keep counting.";
            case ConnectionsRemoved e ->
                "The Hub was made to forget to whom " + t.colleague(e.staff()) + " is close; "
                        + Words.count(e.removed(), "declaration", "declarations") + " went.";
            case ReplayRequested e ->
                "It was asked " + kind(e.kind(), Spoken.apart(e.projection())) + ", because of " + reason(e.reason())
                        + (e.reference() == null ? "." : " (" + e.reference() + ").");
            case ReplayApproved e ->
                "A second person agreed to the replay of the read model " + Spoken.apart(e.projection()) + ".";
            case ReplayPaused e ->
                "The replay of the read model " + Spoken.apart(e.projection()) + " was made to wait.";
            case ReplayResumed e -> "The replay of the read model " + Spoken.apart(e.projection()) + " was let go on.";
            case ReplayCancelled e ->
                "The replay of the read model " + Spoken.apart(e.projection())
                        + " was called off; nothing was changed.";
            case ReplayEnding e ->
                "The replay of the read model " + Spoken.apart(e.projection())
                        + " had read everything; what it made takes the place of what was shown, and it cannot be called off any more.";
            case ReplayEnded e ->
                "The replay of the read model " + Spoken.apart(e.projection()) + " over "
                        + Words.count(e.events(), "event", "events") + " ended: " + outcome(e.outcome())
                        + (e.differences() == 0
                                ? "."
                                : "; " + Words.count(e.differences(), "row", "rows") + " differed.");
            case ReplayPlaceTaken e ->
                "From then on no other replay of the read model " + Spoken.apart(e.projection())
                        + " could begin until this one had ended.";
            case DeadLettersRetryAsked e ->
                "It was asked that events that the read model " + Spoken.apart(e.projection())
                        + " could not take be tried again.";
            case DeadLettersRetried e ->
                "Events that the read model " + Spoken.apart(e.projection()) + " could not take were tried again; "
                        + e.applied() + " went through.";
            case DeadLettersSetAside e ->
                "Events that the read model " + Spoken.apart(e.projection()) + " could not take were set aside ("
                        + e.reference() + ").";
        };
    }

    private static String relation(String relation) {
        return switch (relation) {
            case "SELF" -> "who they are themselves";
            case "FAMILY" -> "who belongs to their family";
            case "HOME" -> "where they live";
            // A text in the event, so this list cannot be complete by its type.
            default -> "to whom they are close";
        };
    }

    private static String kind(ReplayKind kind, String projection) {
        return switch (kind) {
            case REBUILD -> "that the read model " + projection + " be made again from the history";
            case CHECK -> "that the read model " + projection + " be compared with the history";
        };
    }

    private static String reason(ReplayReason reason) {
        return switch (reason) {
            case AUDIT -> "an audit";
            case SUSPECTED_DIFFERENCE -> "a suspected difference";
            case NEW_RELEASE -> "a new release";
            case AFTER_A_REPAIR -> "a repair";
            case DRILL -> "a drill";
        };
    }

    private static String outcome(ReplayOutcome outcome) {
        return switch (outcome) {
            case SAME -> "what was shown and what the history says are the same, and nothing was changed";
            case DIFFERENT -> "what was shown and what the history says differ, and nothing was changed";
            case SWAPPED -> "what the history says has taken the place of what was shown";
            case FAILED -> "it could not be carried through, and nothing was changed";
        };
    }
}
