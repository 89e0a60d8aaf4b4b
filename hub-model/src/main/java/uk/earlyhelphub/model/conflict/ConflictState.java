package uk.earlyhelphub.model.conflict;

import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.recordaccess.ConflictEvent;
import uk.earlyhelphub.events.recordaccess.ConflictNoticed;
import uk.earlyhelphub.events.recordaccess.ConflictReasonGiven;
import uk.earlyhelphub.events.recordaccess.ConflictReviewed;

/**
 * A conflict, folded from its events: it was noticed, or a reason was given in spite of it, and then it is judged once.
 *
 * @param by the id of whoever came upon the record
 * @param referral the case; none if it was a search
 */
public record ConflictState(String by, @Nullable ReferralId referral, Standing standing) {
    /** Before anything happened. */
    public static final ConflictState NONE = new ConflictState("", null, Standing.NONE);

    /** Where it is on its way. */
    public enum Standing {
        /** There is no such conflict. */
        NONE,
        /** Nobody has judged it. */
        OPEN,
        /** The Data Protection Officer judged it. */
        REVIEWED
    }

    /**
     * Once one more thing has happened.
     *
     * @param actor the id of whoever did it
     */
    public ConflictState after(ConflictEvent event, String actor) {
        return switch (event) {
            case ConflictNoticed e -> new ConflictState(actor, e.referralId(), Standing.OPEN);
            case ConflictReasonGiven e -> new ConflictState(actor, e.referralId(), Standing.OPEN);
            case ConflictReviewed _ -> new ConflictState(by, referral, Standing.REVIEWED);
        };
    }

    /** Whether something may happen to a conflict that stands so. */
    public static boolean allows(ConflictEvent event, Standing standing) {
        return switch (event) {
            case ConflictNoticed _, ConflictReasonGiven _ -> standing == Standing.NONE;
            case ConflictReviewed _ -> standing == Standing.OPEN;
        };
    }
}
