package uk.earlyhelphub.events.referral;

import java.time.LocalDate;
import uk.earlyhelphub.events.ids.AllocationId;
import uk.earlyhelphub.events.ids.ReferralId;

/** The family met the service for the first time. */
public record ServiceStarted(ReferralId referralId, AllocationId allocationId, LocalDate startedOn)
        implements AllocationEvent {}
