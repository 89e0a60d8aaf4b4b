package uk.earlyhelphub.model.referral;

import java.time.LocalDate;
import java.util.List;
import uk.earlyhelphub.events.referral.AllocationEvent;
import uk.earlyhelphub.events.referral.ConsentEvent;
import uk.earlyhelphub.events.referral.ConsentPurpose;
import uk.earlyhelphub.events.referral.EndingEvent;
import uk.earlyhelphub.events.referral.HouseholdEvent;
import uk.earlyhelphub.events.referral.HubJourneyEvent;
import uk.earlyhelphub.events.referral.IntakeEvent;
import uk.earlyhelphub.events.referral.ReferralEvent;
import uk.earlyhelphub.events.referral.ReferralStatus;
import uk.earlyhelphub.events.referral.ReturnsToHub;
import uk.earlyhelphub.events.referral.SharingEvent;

/**
 * A referral as its events leave it: the one pure fold that rules are checked against and readers are shown. Personal data
 * in it stays sealed.
 *
 * @param version how many events it has, less one; the version a command or an {@code ETag} names
 */
public record ReferralState(
        long version,
        Intake intake,
        Household household,
        Consents consents,
        HubJourney hub,
        Allocations allocations,
        Sharings sharings,
        Ending ending) {

    /** Before anything happened. */
    public static final ReferralState NONE = new ReferralState(
            -1,
            Intake.NONE,
            Household.NONE,
            Consents.NONE,
            HubJourney.NONE,
            Allocations.NONE,
            Sharings.NONE,
            Ending.NONE);

    /** The state that a history leads to. */
    public static ReferralState of(List<? extends ReferralEvent> history) {
        var state = NONE;
        for (var event : history) {
            state = state.after(event);
        }
        return state;
    }

    /** The state once one more thing has happened. */
    public ReferralState after(ReferralEvent event) {
        var next = version + 1;
        var journey = event instanceof ReturnsToHub ? hub.again() : hub;
        return switch (event) {
            case IntakeEvent e ->
                new ReferralState(next, intake.after(e), household, consents, journey, allocations, sharings, ending);
            case HouseholdEvent e ->
                new ReferralState(next, intake, household.after(e), consents, journey, allocations, sharings, ending);
            case ConsentEvent e ->
                new ReferralState(next, intake, household, consents.after(e), journey, allocations, sharings, ending);
            case HubJourneyEvent e ->
                new ReferralState(next, intake, household, consents, journey.after(e), allocations, sharings, ending);
            case AllocationEvent e ->
                new ReferralState(next, intake, household, consents, journey, allocations.after(e), sharings, ending);
            case SharingEvent e ->
                new ReferralState(next, intake, household, consents, journey, allocations, sharings.after(e), ending);
            case EndingEvent e ->
                new ReferralState(next, intake, household, consents, journey, allocations, sharings, ending.after(e));
        };
    }

    /**
     * Where the referral stands on a day, as far as its own events tell; the day matters because consent ends on its review date. What
     * people are shown is {@code ConsentCoverage.status}, which knows of 18th birthdays, too.
     */
    public ReferralStatus status(LocalDate day) {
        return status(clearedForHub(day));
    }

    /**
     * Where the referral stands.
     *
     * @param clearedForHub whether consent, or a recorded gateway, lets the Hub discuss the child (R9)
     */
    public ReferralStatus status(boolean clearedForHub) {
        if (ending.closed() != null) {
            return ReferralStatus.CLOSED;
        }
        if (ending.steppedUp()) {
            return ReferralStatus.STEPPED_UP;
        }
        if (intake.waitsForReferrer()) {
            return ReferralStatus.RETURNED_FOR_INFORMATION;
        }
        if (allocations.any(Allocations.Standing.IN_DELIVERY)) {
            return ReferralStatus.IN_DELIVERY;
        }
        if (allocations.any(Allocations.Standing.ACCEPTED)) {
            return ReferralStatus.ACCEPTED;
        }
        if (allocations.any(Allocations.Standing.OFFERED)) {
            return ReferralStatus.OFFERED;
        }
        if (hub.agenda() != null) {
            return ReferralStatus.ON_AGENDA;
        }
        if (hub.decided()) {
            return allocations.any(Allocations.Standing.ENDED) ? ReferralStatus.SERVICE_ENDED : ReferralStatus.DECIDED;
        }
        return beforeTheHub(clearedForHub);
    }

    private ReferralStatus beforeTheHub(boolean clearedForHub) {
        if (!clearedForHub) {
            return consents.asked().isEmpty() ? ReferralStatus.RECEIVED : ReferralStatus.AWAITING_CONSENT;
        }
        return intake.triages().isEmpty() ? ReferralStatus.IN_TRIAGE : ReferralStatus.READY_FOR_HUB;
    }

    /** Whether consent, or a recorded gateway, lets the Hub discuss the child (R9). */
    public boolean clearedForHub(LocalDate day) {
        return intake.received() != null && consents.allows(intake.child(), ConsentPurpose.DISCUSS_AT_HUB, day);
    }
}
