package uk.earlyhelphub.model.referral;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.ConsentId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.privacy.InformationCategory;
import uk.earlyhelphub.events.referral.Agency;
import uk.earlyhelphub.events.referral.Capacity;
import uk.earlyhelphub.events.referral.ConsentEvent;
import uk.earlyhelphub.events.referral.ConsentGiven;
import uk.earlyhelphub.events.referral.ConsentOverridden;
import uk.earlyhelphub.events.referral.ConsentPurpose;
import uk.earlyhelphub.events.referral.ConsentRefused;
import uk.earlyhelphub.events.referral.ConsentRequested;
import uk.earlyhelphub.events.referral.ConsentReviewReached;
import uk.earlyhelphub.events.referral.ConsentWithdrawn;

/** Every request for consent with its answer and what became of it, and every decision to go on without. */
public record Consents(List<Consent> asked, List<ConsentOverridden> overrides) {

    /** How a consent stands. */
    public enum Standing {
        REQUESTED,
        GIVEN,
        REFUSED,
        WITHDRAWN,
        /** A review date or an 18th birthday came: it counts no more until it is given anew (R12). */
        UNDER_REVIEW
    }

    /** One person's consent. */
    public record Consent(
            ConsentId consentId,
            PersonId personId,
            Standing standing,
            Set<ConsentPurpose> purposes,
            @Nullable ConsentRequested requested,
            @Nullable ConsentGiven given,
            @Nullable ConsentRefused refused,
            List<ConsentWithdrawn> withdrawals,
            List<ConsentReviewReached> reviews) {

        public Consent {
            purposes = Set.copyOf(purposes);
        }

        /** Whether it allows a purpose on a day: given, not withdrawn, not past its review date. */
        public boolean covers(ConsentPurpose purpose, LocalDate day) {
            return standing == Standing.GIVEN
                    && given != null
                    && purposes.contains(purpose)
                    && day.isBefore(given.reviewOn());
        }

        /** Whether it allows sharing categories with an agency on a day (R7). */
        public boolean coversSharing(Agency agency, Set<InformationCategory> categories, LocalDate day) {
            return covers(ConsentPurpose.SHARE_WITH_AGENCIES, day)
                    && given != null
                    && given.agencies().contains(agency)
                    && Set.copyOf(given.categories()).containsAll(categories);
        }

        /** Whether it was answered by somebody holding parental responsibility. */
        public boolean restsOnParent() {
            return given != null && given.capacity() == Capacity.PARENTAL_RESPONSIBILITY;
        }
    }

    static final Consents NONE = new Consents(List.of(), List.of());

    Consents after(ConsentEvent event) {
        return switch (event) {
            case ConsentRequested e ->
                put(new Consent(
                        e.consentId(),
                        e.personId(),
                        Standing.REQUESTED,
                        Set.copyOf(e.purposes()),
                        e,
                        null,
                        null,
                        List.of(),
                        List.of()));
            case ConsentGiven e ->
                put(new Consent(
                        e.consentId(),
                        e.personId(),
                        Standing.GIVEN,
                        Set.copyOf(e.purposes()),
                        find(e.consentId()).map(Consent::requested).orElse(null),
                        e,
                        null,
                        List.of(),
                        List.of()));
            case ConsentRefused e ->
                put(new Consent(
                        e.consentId(),
                        e.personId(),
                        Standing.REFUSED,
                        Set.copyOf(e.purposes()),
                        find(e.consentId()).map(Consent::requested).orElse(null),
                        null,
                        e,
                        List.of(),
                        List.of()));
            case ConsentWithdrawn e ->
                find(e.consentId()).map(c -> put(withdrawn(c, e))).orElse(this);
            case ConsentReviewReached e ->
                find(e.consentId())
                        .map(c -> put(new Consent(
                                c.consentId,
                                c.personId,
                                Standing.UNDER_REVIEW,
                                c.purposes,
                                c.requested,
                                c.given,
                                c.refused,
                                c.withdrawals,
                                Intake.plus(c.reviews, e))))
                        .orElse(this);
            case ConsentOverridden e -> new Consents(asked, Intake.plus(overrides, e));
        };
    }

    private static Consent withdrawn(Consent c, ConsentWithdrawn e) {
        var left = EnumSet.noneOf(ConsentPurpose.class);
        left.addAll(c.purposes);
        left.removeAll(e.purposes());
        return new Consent(
                c.consentId,
                c.personId,
                left.isEmpty() ? Standing.WITHDRAWN : c.standing,
                left,
                c.requested,
                c.given,
                c.refused,
                Intake.plus(c.withdrawals, e),
                c.reviews);
    }

    private Consents put(Consent consent) {
        if (find(consent.consentId).isEmpty()) {
            return new Consents(Intake.plus(asked, consent), overrides);
        }
        return new Consents(
                asked.stream()
                        .map(c -> c.consentId.equals(consent.consentId) ? consent : c)
                        .toList(),
                overrides);
    }

    public Optional<Consent> find(ConsentId id) {
        return asked.stream().filter(c -> c.consentId.equals(id)).findFirst();
    }

    /** The latest answer of a person that bears on a purpose decides: a later refusal ends an earlier yes. */
    public Optional<Consent> latest(PersonId person, ConsentPurpose purpose) {
        return asked.stream()
                .filter(c -> c.personId.equals(person))
                .filter(c -> c.standing != Standing.REQUESTED)
                .filter(c -> c.purposes.contains(purpose)
                        || c.withdrawals.stream().anyMatch(w -> w.purposes().contains(purpose)))
                .reduce((earlier, later) -> later);
    }

    /** Whether live consent covers a person and a purpose on a day. Each person's consent is their own. */
    public boolean inForce(PersonId person, ConsentPurpose purpose, LocalDate day) {
        return latest(person, purpose).filter(c -> c.covers(purpose, day)).isPresent();
    }

    /** The recorded gateway, if any, that covers a person and a purpose on a day. */
    public Optional<ConsentOverridden> override(PersonId person, ConsentPurpose purpose, LocalDate day) {
        return overrides.stream()
                .filter(o -> o.people().contains(person) && o.purposes().contains(purpose))
                .filter(o -> !day.isBefore(o.decidedOn()) && !day.isAfter(o.endsOn()))
                .reduce((earlier, later) -> later);
    }

    /** Whether consent or a recorded gateway lets the Hub go on with a purpose for a person on a day (R9). */
    public boolean allows(PersonId person, ConsentPurpose purpose, LocalDate day) {
        return inForce(person, purpose, day) || override(person, purpose, day).isPresent();
    }
}
