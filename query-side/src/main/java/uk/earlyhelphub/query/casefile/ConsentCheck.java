package uk.earlyhelphub.query.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.referral.ConsentPurpose;
import uk.earlyhelphub.events.referral.DataShared;
import uk.earlyhelphub.events.referral.DiscussedAtHub;
import uk.earlyhelphub.events.referral.LawfulBasis;
import uk.earlyhelphub.events.referral.PutOnAgenda;
import uk.earlyhelphub.events.referral.ReferralEvent;
import uk.earlyhelphub.events.referral.ServiceAllocated;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.platform.engine.RecordedEvent;

/**
 * Checks every act that needed consent against the consents and gateways as they stood at that very moment (R7, R9, R14): not
 * against what the product thought then, but worked out again from the events before it.
 */
public final class ConsentCheck {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final BiPredicate<PersonId, LocalDate> adults;

    /** @param adults whether a person was 18 or older on a day: then a parent's consent did not count (R12) */
    public ConsentCheck(BiPredicate<PersonId, LocalDate> adults) {
        this.adults = adults;
    }

    /**
     * One act.
     *
     * @param covered whether live consent, or a recorded gateway, covered it then, for everybody concerned
     * @param by the consents and gateways that did
     * @param lacking the people for whom nothing did
     */
    public record Checked(
            String eventId, String act, Instant at, boolean covered, List<String> by, List<PersonId> lacking) {}

    /** Every act that needed consent, oldest first. */
    public List<Checked> check(List<RecordedEvent> history) {
        var checked = new ArrayList<Checked>();
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

    private Checked act(
            RecordedEvent recorded,
            ReferralState before,
            LocalDate day,
            ConsentPurpose purpose,
            List<PersonId> people) {
        var by = new ArrayList<String>();
        var lacking = new ArrayList<PersonId>();
        for (var person : people) {
            consent(before, person, purpose, day)
                    .or(() -> before.consents()
                            .override(person, purpose, day)
                            .map(o -> "gateway " + o.overrideId().value()))
                    .ifPresentOrElse(by::add, () -> lacking.add(person));
        }
        return checked(recorded, by, lacking);
    }

    private Checked shared(RecordedEvent recorded, DataShared data, ReferralState before, LocalDate day) {
        var by = new ArrayList<String>();
        var lacking = new ArrayList<PersonId>();
        for (var person : data.people()) {
            covering(data, before, person, day).ifPresentOrElse(by::add, () -> lacking.add(person));
        }
        return checked(recorded, by, lacking);
    }

    private Optional<String> covering(DataShared data, ReferralState before, PersonId person, LocalDate day) {
        if (data.basis() == LawfulBasis.CONSENT) {
            return before.consents()
                    .latest(person, ConsentPurpose.SHARE_WITH_AGENCIES)
                    .filter(c -> c.coversSharing(data.recipient(), Set.copyOf(data.categories()), day))
                    .filter(c -> !(c.restsOnParent() && adults.test(person, day)))
                    .map(c -> "consent " + c.consentId().value());
        }
        return before.consents()
                .override(person, ConsentPurpose.SHARE_WITH_AGENCIES, day)
                .filter(o ->
                        o.overrideId().equals(data.override()) && o.agencies().contains(data.recipient()))
                .map(o -> "gateway " + o.overrideId().value());
    }

    private Optional<String> consent(ReferralState before, PersonId person, ConsentPurpose purpose, LocalDate day) {
        return before.consents()
                .latest(person, purpose)
                .filter(c -> c.covers(purpose, day))
                .filter(c -> !(c.restsOnParent() && adults.test(person, day)))
                .map(c -> "consent " + c.consentId().value());
    }

    private static Checked checked(RecordedEvent recorded, List<String> by, List<PersonId> lacking) {
        return new Checked(
                recorded.eventId(),
                recorded.payload().getClass().getSimpleName(),
                recorded.recordedAt(),
                lacking.isEmpty(),
                by.stream().distinct().toList(),
                List.copyOf(lacking));
    }
}
