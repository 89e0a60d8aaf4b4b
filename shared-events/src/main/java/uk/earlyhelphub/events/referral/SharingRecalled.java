package uk.earlyhelphub.events.referral;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.ids.SharingId;
import uk.earlyhelphub.events.privacy.ProtectedText;

/** A recipient was asked to give back or destroy what was shared. */
public record SharingRecalled(
        ReferralId referralId,
        SharingId sharingId,
        Agency recipient,
        RecallCause cause,
        @Nullable ProtectedText reason,
        LocalDate recalledOn)
        implements SharingEvent {}
