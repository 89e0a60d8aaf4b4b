package uk.earlyhelphub.model.access;

import java.util.List;
import java.util.Optional;
import uk.earlyhelphub.events.recordaccess.ConflictKind;

/** Whether somebody may see a case: by what right and how much of it, or why not. */
public sealed interface AccessDecision {

    /** They may. */
    record Granted(AccessRight right, DisclosureScope scope) implements AccessDecision {}

    /**
     * They may not.
     *
     * @param kinds how they seem to be close to somebody in it, if that is why
     */
    record Denied(AccessDenial denial, List<ConflictKind> kinds) implements AccessDecision {
        public Denied {
            kinds = List.copyOf(kinds);
        }

        Denied(AccessDenial denial) {
            this(denial, List.of());
        }
    }

    /** What they may see; none if they may not. */
    default Optional<Granted> granted() {
        return this instanceof Granted g ? Optional.of(g) : Optional.empty();
    }
}
