package uk.earlyhelphub.model.consent;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.privacy.InformationCategory;
import uk.earlyhelphub.events.referral.Agency;
import uk.earlyhelphub.events.referral.ConsentOverridden;
import uk.earlyhelphub.events.referral.ConsentPurpose;
import uk.earlyhelphub.events.referral.DataShared;
import uk.earlyhelphub.events.referral.LawfulBasis;
import uk.earlyhelphub.events.referral.ReferralStatus;
import uk.earlyhelphub.model.referral.Consents.Consent;
import uk.earlyhelphub.model.referral.Consents.Standing;
import uk.earlyhelphub.model.referral.NeededBeforeHub;
import uk.earlyhelphub.model.referral.ReferralState;

/**
 * What the consents and gateways of one referral cover on a day. Whoever must know asks here: agenda, discussion, allocation,
 * sharing, a recipient's reading, and the check of what was done years ago. Each person's consent is their own (R7), and what a
 * parent agreed to for a child ends with the child's 18th birthday, whether or not anybody has recorded that day yet (R12).
 */
public final class ConsentCoverage {
    private final ReferralState state;
    private final Ages ages;

    /** @param ages whose parents can no longer consent for them */
    public ConsentCoverage(ReferralState state, Ages ages) {
        this.state = state;
        this.ages = ages;
    }

    /** Whether consent, or a recorded gateway, lets the Hub discuss the child on a day (R9). */
    public boolean clearedForHub(LocalDate day) {
        return state.intake().received() != null
                && covers(state.intake().child(), ConsentPurpose.DISCUSS_AT_HUB, day)
                        .isPresent();
    }

    /** Where the referral stands on a day: what a parent agreed to clears nobody from the 18th birthday on (R12). */
    public ReferralStatus status(LocalDate day) {
        return state.status(clearedForHub(day));
    }

    /** What the case still needs on a day before the Hub can discuss it. */
    public List<String> neededBeforeHub(LocalDate day) {
        return NeededBeforeHub.of(state, clearedForHub(day));
    }

    /** By what a person and a purpose are covered. */
    public sealed interface Basis {
        /** In a few words, for an account, e.g. {@code consent 1f0c...}. */
        String words();

        /** By somebody's yes. */
        record ByConsent(Consent consent) implements Basis {
            @Override
            public String words() {
                return "consent " + consent.consentId().value();
            }
        }

        /** By a recorded decision to go on without consent. */
        record ByGateway(ConsentOverridden gateway) implements Basis {
            @Override
            public String words() {
                return "gateway " + gateway.overrideId().value();
            }
        }
    }

    /** What covers a purpose for a person on a day: live consent before a recorded gateway; none if nothing does. */
    public Optional<Basis> covers(PersonId person, ConsentPurpose purpose, LocalDate day) {
        return consents(person, purpose, day)
                .findFirst()
                .map(c -> (Basis) new Basis.ByConsent(c))
                .or(() -> state.consents().override(person, purpose, day).map(Basis.ByGateway::new));
    }

    /** Everybody of the family whom a purpose is covered for on a day. */
    public List<PersonId> covered(ConsentPurpose purpose, LocalDate day) {
        return state.household().people().stream()
                .map(p -> p.personId())
                .filter(p -> covers(p, purpose, day).isPresent())
                .toList();
    }

    /** What lets kinds of information about a person go to an agency on a day, on the basis of consent (R7). */
    public Optional<Basis> coversSharing(
            PersonId person, Agency recipient, Set<InformationCategory> categories, LocalDate day) {
        return consents(person, ConsentPurpose.SHARE_WITH_AGENCIES, day)
                .filter(c -> c.coversSharing(recipient, categories, day))
                .findFirst()
                .map(Basis.ByConsent::new);
    }

    /**
     * What still lets a recipient have what was shared with it, on a day, for one of the people: for a sharing by consent that
     * person's consent as it stands, for one without consent the gateway that it rests on. A consent whose review date has come
     * covers nothing, even before anybody says so (R10).
     */
    public Optional<Basis> stillCovers(DataShared data, PersonId person, LocalDate day) {
        if (data.basis() == LawfulBasis.CONSENT) {
            return coversSharing(person, data.recipient(), Set.copyOf(data.categories()), day);
        }
        return state.consents().overrides().stream()
                .filter(o -> o.overrideId().equals(data.override()))
                .filter(o -> o.people().contains(person) && o.agencies().contains(data.recipient()))
                .filter(o -> !day.isBefore(o.decidedOn()) && !day.isAfter(o.endsOn()))
                .findFirst()
                .map(Basis.ByGateway::new);
    }

    /** As {@link #stillCovers(DataShared, PersonId, LocalDate)}, for everybody whom the sharing is about. */
    public boolean stillCovers(DataShared data, LocalDate day) {
        return data.people().stream().allMatch(p -> stillCovers(data, p, day).isPresent());
    }

    /** Whether a person's only consent to a purpose was a parent's, and they are 18 by now (R12). */
    public boolean endedByAge(PersonId person, ConsentPurpose purpose, LocalDate day) {
        var covering = state.consents().covering(person, purpose, day);
        return !covering.isEmpty() && covering.stream().allMatch(c -> endedByAge(c, day));
    }

    /**
     * Whether a family's service may go on for a person on a day: somebody agreed and nobody took it back since, or a gateway
     * covers it. A review that is due does not stop a service that the family is being given, because the visit of today would
     * be missed; a refusal, a withdrawal or an 18th birthday does.
     */
    public boolean mayGoOn(PersonId person, ConsentPurpose purpose, LocalDate day) {
        return state.consents().agreed(person, purpose).stream()
                        .filter(c -> c.standing() == Standing.GIVEN || c.standing() == Standing.UNDER_REVIEW)
                        .filter(c -> c.purposes().contains(purpose))
                        .anyMatch(c -> !endedByAge(c, day))
                || state.consents().override(person, purpose, day).isPresent();
    }

    private Stream<Consent> consents(PersonId person, ConsentPurpose purpose, LocalDate day) {
        return state.consents().covering(person, purpose, day).reversed().stream()
                .filter(c -> !endedByAge(c, day));
    }

    private boolean endedByAge(Consent consent, LocalDate day) {
        return consent.restsOnParent() && ages.isAdult(consent.personId(), day);
    }
}
