package uk.earlyhelphub.model.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import uk.earlyhelphub.events.ids.MeetingId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.model.consent.Ages;
import uk.earlyhelphub.model.consent.ConsentCoverage;
import uk.earlyhelphub.model.hubmeeting.HubMeetingState;
import uk.earlyhelphub.model.referral.ReferralState;

/**
 * A case at an instant, from its own events and those of the meetings on whose agenda it stands or stood: never from a read
 * model, which can lag.
 *
 * @param ties what other records say of its people
 */
public record CaseFacts(
        ReferralState state, Map<MeetingId, HubMeetingState> meetings, FamilyTies ties, Instant at, Ages ages) {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    public CaseFacts {
        meetings = Map.copyOf(meetings);
    }

    ReferralId id() {
        return state.intake().arrival().referralId();
    }

    /** The date of that instant in London. */
    public LocalDate day() {
        return LocalDate.ofInstant(at, LONDON);
    }

    /** What consent covered then. */
    public ConsentCoverage coverage() {
        return new ConsentCoverage(state, ages);
    }
}
