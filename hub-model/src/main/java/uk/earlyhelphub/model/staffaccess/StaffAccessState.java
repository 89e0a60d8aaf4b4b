package uk.earlyhelphub.model.staffaccess;

import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.staffaccess.StaffAccessEnded;
import uk.earlyhelphub.events.staffaccess.StaffAccessEvent;
import uk.earlyhelphub.events.staffaccess.StaffAccessRestored;

/**
 * A colleague's access as its events leave it.
 *
 * @param ended why they may not use the Hub now; none while they may
 */
public record StaffAccessState(@Nullable StaffAccessEnded ended) {

    /** Before anything was said about it: whoever the identity provider knows may use the Hub. */
    public static final StaffAccessState NONE = new StaffAccessState(null);

    /** The state once one more thing has happened. */
    public StaffAccessState after(StaffAccessEvent event) {
        return switch (event) {
            case StaffAccessEnded e -> new StaffAccessState(e);
            case StaffAccessRestored _ -> NONE;
        };
    }

    /** Whether they may use the Hub. */
    public boolean open() {
        return ended == null;
    }
}
