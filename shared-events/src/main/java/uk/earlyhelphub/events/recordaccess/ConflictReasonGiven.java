package uk.earlyhelphub.events.recordaccess;

import java.util.List;
import uk.earlyhelphub.events.ids.AccessId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.kernel.AboutReferral;
import uk.earlyhelphub.events.privacy.ProtectedText;

/** Somebody said why they open a record although they seem to be close to a person in it; they may, for the rest of the day. */
public record ConflictReasonGiven(
        AccessId accessId, ReferralId referralId, List<ConflictKind> kinds, ProtectedText reason)
        implements ConflictEvent, AboutReferral {
    public ConflictReasonGiven {
        kinds = List.copyOf(kinds);
    }
}
