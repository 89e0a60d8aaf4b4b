package uk.earlyhelphub.query.casefile;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import uk.earlyhelphub.api.casefile.ConsentCheckView.CheckedAct;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.referral.ConsentPurpose;
import uk.earlyhelphub.events.referral.DataShared;
import uk.earlyhelphub.events.referral.DiscussedAtHub;
import uk.earlyhelphub.events.referral.PutOnAgenda;
import uk.earlyhelphub.events.referral.ReferralEvent;
import uk.earlyhelphub.events.referral.ServiceAllocated;
import uk.earlyhelphub.model.consent.Ages;
import uk.earlyhelphub.model.consent.ConsentCoverage;
import uk.earlyhelphub.model.consent.ConsentCoverage.Basis;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.platform.engine.RecordedEvent;

/**
 * Checks every act that needed consent against the consents and gateways as they stood at that very moment (R7, R9, R14): not
 * against what the product thought then, but worked out again from the events before it.
 */
public final class ConsentCheck {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Ages ages;

    /** @param ages whether a person was 18 or older on a day: then a parent's consent did not count (R12) */
    public ConsentCheck(Ages ages) {
        this.ages = ages;
    }

    /** Every act that needed consent, oldest first. */
    public List<CheckedAct> check(List<RecordedEvent> history) {
        var checked = new ArrayList<CheckedAct>();
        var before = ReferralState.NONE;
        for (var recorded : history) {
            var event = (ReferralEvent) recorded.payload();
            var day = LocalDate.ofInstant(recorded.recordedAt(), LONDON);
            switch (event) {
                case DataShared e -> checked.add(shared(recorded, e, before, day));
                case PutOnAgenda _, DiscussedAtHub _ ->
                    checked.add(act(
                            recorded,
                            before,
                            day,
                            ConsentPurpose.DISCUSS_AT_HUB,
                            List.of(before.intake().child())));
                case ServiceAllocated e ->
                    checked.add(act(recorded, before, day, ConsentPurpose.ALLOCATE_SERVICE, e.people()));
                default -> {}
            }
            before = before.after(event);
        }
        return List.copyOf(checked);
    }

    private CheckedAct act(
            RecordedEvent recorded,
            ReferralState before,
            LocalDate day,
            ConsentPurpose purpose,
            List<PersonId> people) {
        var coverage = new ConsentCoverage(before, ages);
        return checked(recorded, people, person -> coverage.covers(person, purpose, day));
    }

    private CheckedAct shared(RecordedEvent recorded, DataShared data, ReferralState before, LocalDate day) {
        var coverage = new ConsentCoverage(before, ages);
        return checked(recorded, data.people(), person -> coverage.stillCovers(data, person, day));
    }

    private static CheckedAct checked(
            RecordedEvent recorded, List<PersonId> people, Function<PersonId, Optional<Basis>> covering) {
        var by = new ArrayList<String>();
        var lacking = new ArrayList<PersonId>();
        for (var person : people) {
            covering.apply(person).map(Basis::words).ifPresentOrElse(by::add, () -> lacking.add(person));
        }
        return checked(recorded, by, lacking);
    }

    private static CheckedAct checked(RecordedEvent recorded, List<String> by, List<PersonId> lacking) {
        return new CheckedAct(
                recorded.eventId(),
                recorded.payload().getClass().getSimpleName(),
                recorded.recordedAt(),
                lacking.isEmpty(),
                by.stream().distinct().toList(),
                lacking.stream().map(PersonId::value).toList());
    }
}
