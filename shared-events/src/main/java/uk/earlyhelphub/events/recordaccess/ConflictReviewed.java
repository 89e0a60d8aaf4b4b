package uk.earlyhelphub.events.recordaccess;

import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.referral.ReferralId;

/** The Data Protection Officer judged a conflict. */
public record ConflictReviewed(AccessId accessId, @Nullable ReferralId referralId, ConflictOutcome outcome)
        implements RecordAccessEvent {}
