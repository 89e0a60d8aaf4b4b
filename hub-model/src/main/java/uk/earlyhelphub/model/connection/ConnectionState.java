package uk.earlyhelphub.model.connection;

import uk.earlyhelphub.events.operations.ConnectionDeclared;
import uk.earlyhelphub.events.operations.ConnectionEvent;
import uk.earlyhelphub.events.operations.ConnectionsRemovalAsked;
import uk.earlyhelphub.events.operations.ConnectionsRemoved;

/**
 * A declaration, or the removal of somebody's declarations, folded from its events. A removal is asked for by whoever declared them
 * and confirmed by the Data Protection Officer.
 *
 * @param staff the id of whom they are about
 * @param declared how many declarations are to be forgotten
 */
public record ConnectionState(String staff, int declared, Standing standing) {
    /** Before anything happened. */
    public static final ConnectionState NONE = new ConnectionState("", 0, Standing.NONE);

    /** Where it is on its way. */
    public enum Standing {
        /** There is none. */
        NONE,
        /** It was declared and counts. */
        DECLARED,
        /** It was asked that it be forgotten. */
        REMOVAL_ASKED,
        /** It was confirmed that it be forgotten. */
        REMOVED
    }

    /** Once one more thing has happened. */
    public ConnectionState after(ConnectionEvent event) {
        return switch (event) {
            case ConnectionDeclared e -> new ConnectionState(e.staff(), 0, Standing.DECLARED);
            case ConnectionsRemovalAsked e -> new ConnectionState(e.staff(), e.declared(), Standing.REMOVAL_ASKED);
            case ConnectionsRemoved e -> new ConnectionState(e.staff(), e.removed(), Standing.REMOVED);
        };
    }

    /** Whether something may happen to what stands so. */
    public static boolean allows(ConnectionEvent event, Standing standing) {
        return switch (event) {
            case ConnectionDeclared _, ConnectionsRemovalAsked _ -> standing == Standing.NONE;
            case ConnectionsRemoved _ -> standing == Standing.REMOVAL_ASKED;
        };
    }
}
