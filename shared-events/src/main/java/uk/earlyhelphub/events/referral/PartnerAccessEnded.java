package uk.earlyhelphub.events.referral;

import java.time.LocalDate;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.ids.SharingId;

/** A recipient may no longer read what was shared with it. */
public record PartnerAccessEnded(
        ReferralId referralId, SharingId sharingId, Agency recipient, AccessEnd cause, LocalDate endedOn)
        implements SharingEvent {}
