package uk.earlyhelphub.model.referral;

import static uk.earlyhelphub.events.referral.ReferralStatus.*;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import uk.earlyhelphub.events.ids.*;
import uk.earlyhelphub.events.referral.*;

/**
 * The one table of what may happen when: for each event of a referral, the statuses in which it may. What is not in the
 * table may not happen.
 */
public final class ReferralLifecycle {
    private static final Set<ReferralStatus> OPEN = EnumSet.complementOf(EnumSet.of(CLOSED));
    private static final Set<ReferralStatus> ANY = EnumSet.allOf(ReferralStatus.class);
    private static final Set<ReferralStatus> BEFORE_HUB =
            EnumSet.of(RECEIVED, AWAITING_CONSENT, IN_TRIAGE, READY_FOR_HUB);
    private static final Map<Class<? extends ReferralEvent>, Set<ReferralStatus>> TABLE = new LinkedHashMap<>();

    static {
        TABLE.put(ReferralReceived.class, Set.of());
        TABLE.put(PersonAdded.class, OPEN);
        TABLE.put(PersonLinked.class, ANY);
        TABLE.put(PersonUnlinked.class, ANY);
        TABLE.put(InformationRecorded.class, OPEN);
        TABLE.put(DetailsCorrected.class, ANY);
        TABLE.put(ReferralCorrected.class, ANY);
        TABLE.put(HouseholdCorrected.class, ANY);
        TABLE.put(PrivacyNoticeGiven.class, OPEN);
        TABLE.put(ReferralReturnedForInformation.class, BEFORE_HUB);
        TABLE.put(InformationSupplied.class, EnumSet.of(RETURNED_FOR_INFORMATION));
        TABLE.put(ConsentRequested.class, OPEN);
        TABLE.put(ConsentGiven.class, OPEN);
        TABLE.put(ConsentRefused.class, OPEN);
        TABLE.put(ConsentWithdrawn.class, ANY);
        TABLE.put(ConsentReviewReached.class, OPEN);
        TABLE.put(ConsentDisputeDecided.class, OPEN);
        TABLE.put(ObjectionRecorded.class, ANY);
        TABLE.put(ObjectionAnswered.class, ANY);
        TABLE.put(ConsentOverridden.class, OPEN);
        TABLE.put(ReferralTriaged.class, BEFORE_HUB);
        TABLE.put(PutOnAgenda.class, EnumSet.of(READY_FOR_HUB));
        TABLE.put(TakenOffAgenda.class, EnumSet.of(ON_AGENDA));
        TABLE.put(DiscussedAtHub.class, EnumSet.of(ON_AGENDA));
        TABLE.put(ServiceAllocated.class, EnumSet.of(DECIDED, OFFERED, ACCEPTED, IN_DELIVERY, SERVICE_ENDED));
        TABLE.put(AllocationAccepted.class, EnumSet.of(OFFERED, ACCEPTED, IN_DELIVERY));
        TABLE.put(AllocationDeclined.class, EnumSet.of(OFFERED, ACCEPTED, IN_DELIVERY, STEPPED_UP));
        TABLE.put(ServiceStarted.class, EnumSet.of(OFFERED, ACCEPTED, IN_DELIVERY));
        TABLE.put(ServiceEnded.class, EnumSet.of(OFFERED, ACCEPTED, IN_DELIVERY, STEPPED_UP));
        TABLE.put(SteppedUpToSocialCare.class, EnumSet.complementOf(EnumSet.of(CLOSED, STEPPED_UP)));
        TABLE.put(SteppedDownFromSocialCare.class, EnumSet.of(STEPPED_UP));
        TABLE.put(HandoverAcknowledged.class, ANY);
        TABLE.put(DataShared.class, OPEN);
        TABLE.put(SharingRefused.class, ANY);
        TABLE.put(PartnerAccessEnded.class, ANY);
        TABLE.put(SharingRecalled.class, ANY);
        TABLE.put(RecallAcknowledged.class, ANY);
        TABLE.put(ReferrerInformed.class, ANY);
        TABLE.put(ReferralClosed.class, EnumSet.complementOf(EnumSet.of(CLOSED, OFFERED, ACCEPTED, IN_DELIVERY)));
        TABLE.put(ReferralReopened.class, EnumSet.of(CLOSED));
    }

    private ReferralLifecycle() {}

    /** The statuses in which something may happen; none for the event that begins a referral. */
    public static Set<ReferralStatus> statusesFor(Class<? extends ReferralEvent> event) {
        var statuses = TABLE.get(event);
        if (statuses == null) {
            throw new IllegalArgumentException(event.getSimpleName() + " is missing from the table");
        }
        return statuses;
    }

    /** Whether something may happen to a referral that stands so. */
    public static boolean allows(Class<? extends ReferralEvent> event, ReferralStatus status) {
        return statusesFor(event).contains(status);
    }
}
