package uk.earlyhelphub.query.accountabilitypack;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import uk.earlyhelphub.events.hubmeeting.AgendaPublished;
import uk.earlyhelphub.events.hubmeeting.AttendanceRecorded;
import uk.earlyhelphub.events.hubmeeting.HubMeetingHeld;
import uk.earlyhelphub.events.hubmeeting.HubMeetingScheduled;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.kernel.HubEvent;
import uk.earlyhelphub.events.referral.ConsentGiven;
import uk.earlyhelphub.events.referral.ConsentRefused;
import uk.earlyhelphub.events.referral.ConsentRequested;
import uk.earlyhelphub.events.referral.ConsentReviewReached;
import uk.earlyhelphub.events.referral.ConsentWithdrawn;
import uk.earlyhelphub.events.referral.DataShared;
import uk.earlyhelphub.events.referral.DetailsCorrected;
import uk.earlyhelphub.events.referral.HouseholdCorrected;
import uk.earlyhelphub.events.referral.InformationRecorded;
import uk.earlyhelphub.events.referral.PersonAdded;
import uk.earlyhelphub.events.referral.PrivacyNoticeGiven;
import uk.earlyhelphub.events.referral.ReferralReceived;
import uk.earlyhelphub.events.referral.ServiceAllocated;
import uk.earlyhelphub.model.referral.Allocations;
import uk.earlyhelphub.model.referral.Answers;
import uk.earlyhelphub.model.referral.Consents;
import uk.earlyhelphub.model.referral.Household;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.model.referral.Sharings;
import uk.earlyhelphub.platform.engine.EventCodec;

/**
 * Which entries of a case are one person's own, and so may go into a pack for them: those about them that name nobody else of the
 * family, not even by a text that is sealed for somebody else. Everything that is not allowed here stays out, also what the case
 * will hold one day.
 */
final class OwnEntries {
    private static final JsonMapper JSON = EventCodec.mapper();

    private final PersonId person;
    private final List<String> others;

    /** @param now the case as it stands, so that people who were added later are kept out of earlier entries too */
    OwnEntries(PersonId person, ReferralState now) {
        this.person = person;
        this.others = now.household().people().stream()
                .map(p -> p.personId())
                .filter(p -> !p.equals(person))
                .map(PersonId::value)
                .toList();
    }

    PersonId person() {
        return person;
    }

    private boolean namesNobodyElse(Object entry) {
        var laidOut = JSON.writeValueAsString(entry);
        return others.stream().noneMatch(laidOut::contains);
    }

    /** Whether an entry about these people is this person's own. */
    private boolean own(List<PersonId> about, Object entry) {
        return about.equals(List.of(person)) && namesNobodyElse(entry);
    }

    private boolean own(PersonId about, Object entry) {
        return own(List.of(about), entry);
    }

    /** Them, with nothing of what ties them to others. */
    List<Household.Person> people(ReferralState state) {
        return state.household().people().stream()
                .filter(p -> p.personId().equals(person))
                .toList();
    }

    List<InformationRecorded> information(ReferralState state) {
        return state.household().information().stream()
                .filter(i -> i.personId().equals(person))
                .toList();
    }

    /** Theirs alone: who disagrees with whom, and what others answered, is not. */
    Consents consents(ReferralState state) {
        var all = state.consents();
        return new Consents(
                all.asked().stream().filter(c -> own(c.personId(), c)).toList(),
                List.of(),
                new Answers(List.of(), List.of()),
                List.of());
    }

    List<Allocations.Allocation> allocations(ReferralState state) {
        return state.allocations().all().stream()
                .filter(a -> own(a.allocated().people(), a))
                .toList();
    }

    Sharings sharings(ReferralState state) {
        return new Sharings(
                state.sharings().shared().stream()
                        .filter(s -> own(s.data().people(), s))
                        .toList(),
                List.of());
    }

    /** What of them is compared between then and now. */
    record Compared(
            List<Household.Person> people,
            List<InformationRecorded> information,
            List<Consents.Consent> consents,
            List<Allocations.Allocation> allocations,
            List<Sharings.Sharing> sharings) {}

    Compared compared(ReferralState state) {
        return new Compared(
                people(state),
                information(state),
                consents(state).asked(),
                allocations(state),
                sharings(state).shared());
    }

    /** Whether an event is one of theirs. */
    boolean isTheirs(HubEvent event) {
        return switch (event) {
            case PersonAdded e -> e.personId().equals(person);
            case DetailsCorrected e -> e.personId().equals(person);
            case HouseholdCorrected e -> e.personId().equals(person) && e.relationship() == null;
            case InformationRecorded e -> e.personId().equals(person);
            case PrivacyNoticeGiven e -> own(e.personId(), e);
            case ConsentRequested e -> own(e.personId(), e);
            case ConsentGiven e -> own(e.personId(), e);
            case ConsentRefused e -> own(e.personId(), e);
            case ConsentWithdrawn e -> own(e.personId(), e);
            case ConsentReviewReached e -> own(e.personId(), e);
            case ServiceAllocated e -> own(e.people(), e);
            case DataShared e -> own(e.people(), e);
            default -> false;
        };
    }

    /** Whether an event says how and when the case came and was discussed, and nothing of anybody. */
    static boolean isOfTheProcedure(HubEvent event) {
        return event instanceof ReferralReceived
                || event instanceof HubMeetingScheduled
                || event instanceof AgendaPublished
                || event instanceof AttendanceRecorded
                || event instanceof HubMeetingHeld;
    }
}
