package uk.earlyhelphub.events.recordaccess;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.AccessId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.kernel.PerhapsAboutReferral;

/**
 * Somebody came upon the record of a person to whom they seem to be close. Nothing was shown to them, unless it was a search,
 * whose finds they saw.
 *
 * @param referralId the case, or none if it was a search
 */
public record ConflictNoticed(AccessId accessId, @Nullable ReferralId referralId, String view, List<ConflictKind> kinds)
        implements ConflictEvent, PerhapsAboutReferral {
    public ConflictNoticed {
        kinds = List.copyOf(kinds);
    }
}
