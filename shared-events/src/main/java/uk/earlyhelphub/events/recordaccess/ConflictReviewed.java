package uk.earlyhelphub.events.recordaccess;

import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.AccessId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.kernel.PerhapsAboutReferral;

/** The Data Protection Officer judged a conflict. */
public record ConflictReviewed(AccessId accessId, @Nullable ReferralId referralId, ConflictOutcome outcome)
        implements ConflictEvent, PerhapsAboutReferral {}
