package uk.earlyhelphub.model.operation;

import uk.earlyhelphub.events.operations.DeadLetterEvent;
import uk.earlyhelphub.events.operations.DeadLettersRetried;
import uk.earlyhelphub.events.operations.DeadLettersRetryAsked;
import uk.earlyhelphub.events.operations.DeadLettersSetAside;

/**
 * What was done about the events of one case that one read model could not take, folded: a retry is asked for and then answered,
 * and until it is there is no other.
 *
 * @param projection the read model
 * @param about the case or other thing
 */
public record DeadLetterState(String projection, String about, Standing standing) {
    /** Before anything was done. */
    public static final DeadLetterState NONE = new DeadLetterState("", "", Standing.QUIET);

    /** What is under way. */
    public enum Standing {
        /** Nothing. */
        QUIET,
        /** They are being tried again. */
        BEING_RETRIED
    }

    /** Once one more thing was done. */
    public DeadLetterState after(DeadLetterEvent event) {
        return new DeadLetterState(
                event.projection(),
                event.about(),
                switch (event) {
                    case DeadLettersRetryAsked _ -> Standing.BEING_RETRIED;
                    case DeadLettersRetried _ -> Standing.QUIET;
                    case DeadLettersSetAside _ -> standing;
                });
    }

    /** Whether something may be done about what stands so. */
    public static boolean allows(DeadLetterEvent event, Standing standing) {
        return switch (event) {
            case DeadLettersRetryAsked _ -> standing == Standing.QUIET;
            case DeadLettersRetried _ -> standing == Standing.BEING_RETRIED;
            case DeadLettersSetAside _ -> true;
        };
    }
}
