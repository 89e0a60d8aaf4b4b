package uk.earlyhelphub.events.referral;

import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.kernel.HubEvent;

/** Everything that can happen to a referral. */
public sealed interface ReferralEvent extends HubEvent
        permits AllocationAccepted,
                AllocationDeclined,
                ConsentGiven,
                ConsentOverridden,
                ConsentRefused,
                ConsentRequested,
                ConsentReviewReached,
                ConsentWithdrawn,
                DataShared,
                DetailsCorrected,
                DiscussedAtHub,
                HandoverAcknowledged,
                InformationRecorded,
                InformationSupplied,
                PartnerAccessEnded,
                PersonAdded,
                PersonLinked,
                PersonUnlinked,
                PrivacyNoticeGiven,
                PutOnAgenda,
                RecallAcknowledged,
                ReferralClosed,
                ReferralReceived,
                ReferralReopened,
                ReferralReturnedForInformation,
                ReferralTriaged,
                ReferrerInformed,
                ServiceAllocated,
                ServiceEnded,
                ServiceStarted,
                SharingRecalled,
                SharingRefused,
                SteppedDownFromSocialCare,
                SteppedUpToSocialCare,
                TakenOffAgenda {
    ReferralId referralId();
}
