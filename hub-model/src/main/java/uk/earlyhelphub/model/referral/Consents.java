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
import uk.earlyhelphub.events.referral.ConsentDisputeDecided;
import uk.earlyhelphub.events.referral.ConsentEvent;
import uk.earlyhelphub.events.referral.ConsentGiven;
import uk.earlyhelphub.events.referral.ConsentOverridden;
import uk.earlyhelphub.events.referral.ConsentPurpose;
import uk.earlyhelphub.events.referral.ConsentRefused;
import uk.earlyhelphub.events.referral.ConsentRequested;
import uk.earlyhelphub.events.referral.ConsentReviewReached;
import uk.earlyhelphub.events.referral.ConsentWithdrawn;
import uk.earlyhelphub.events.referral.ObjectionAnswered;
import uk.earlyhelphub.events.referral.ObjectionRecorded;

/**
 * Every request for consent with its answer and what became of it, every objection, and every decision to go on without.
 *
 * @param answers every yes, no and withdrawal, and what was decided between them
 */
public record Consents(
        List<Consent> asked, List<ConsentOverridden> overrides, Answers answers, List<Objection> objections) {

    /** How a consent stands. */
    public enum Standing {
        REQUESTED,
        GIVEN,
        REFUSED,
        WITHDRAWN,
        /** A review date or an 18th birthday came: it counts no more until it is given anew (R12). */
        UNDER_REVIEW,
        /** A request that was answered by an answer which did not name it. */
        ANSWERED_ELSEWHERE
    }

    /** What somebody said who may not answer, and what a human made of it. */
    public record Objection(
            ObjectionRecorded recorded, @Nullable ObjectionAnswered answered) {}

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

        /** The request, less what has been answered otherwise. */
        private Consent without(Set<ConsentPurpose> answered) {
            var left = EnumSet.noneOf(ConsentPurpose.class);
            left.addAll(purposes);
            left.removeAll(answered);
            return new Consent(
                    consentId,
                    personId,
                    left.isEmpty() ? Standing.ANSWERED_ELSEWHERE : standing,
                    left,
                    requested,
                    given,
                    refused,
                    withdrawals,
                    reviews);
        }

        /** Whether it was answered by somebody holding parental responsibility. */
        public boolean restsOnParent() {
            return given != null && given.capacity() == Capacity.PARENTAL_RESPONSIBILITY;
        }
    }

    static final Consents NONE = new Consents(List.of(), List.of(), Answers.NONE, List.of());

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
                                List.of()))
                        .answered(new Answers.Answered(
                                e.consentId(), e.personId(), e.givenBy(), true, Set.copyOf(e.purposes())));
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
                                List.of()))
                        .answered(new Answers.Answered(
                                e.consentId(), e.personId(), e.refusedBy(), false, Set.copyOf(e.purposes())));
            case ConsentWithdrawn e ->
                find(e.consentId())
                        .map(c -> put(withdrawn(c, e))
                                .answered(new Answers.Answered(
                                        e.consentId(), e.personId(), whose(c, e), false, Set.copyOf(e.purposes()))))
                        .orElse(this);
            case ConsentReviewReached e ->
                find(e.consentId()).map(c -> put(underReview(c, e))).orElse(this);
            case ConsentOverridden e -> new Consents(asked, Intake.plus(overrides, e), answers, objections);
            case ObjectionRecorded e ->
                new Consents(asked, overrides, answers, Intake.plus(objections, new Objection(e, null)));
            case ObjectionAnswered e ->
                new Consents(
                        asked,
                        overrides,
                        answers,
                        objections.stream()
                                .map(o -> o.recorded().objectionId().equals(e.objectionId())
                                        ? new Objection(o.recorded(), e)
                                        : o)
                                .toList());
            case ConsentDisputeDecided e -> new Consents(asked, overrides, answers.decided(e), objections);
        };
    }

    /**
     * Whose answer a withdrawal is. Before its second revision anybody could take consent back; what somebody else took back then
     * counts as taken back by whoever had given it.
     */
    private static PersonId whose(Consent consent, ConsentWithdrawn e) {
        var unchecked = e.capacity() == null && !e.withdrawnBy().equals(e.personId());
        return unchecked && consent.given != null ? consent.given.givenBy() : e.withdrawnBy();
    }

    /** With one more answer; a request that asked for no more than has been answered by now is open no longer. */
    private Consents answered(Answers.Answered answer) {
        var requests = asked.stream()
                .map(c -> c.standing == Standing.REQUESTED && c.personId.equals(answer.personId())
                        ? c.without(answer.purposes())
                        : c)
                .toList();
        return new Consents(requests, overrides, answers.and(answer), objections);
    }

    private static Consent underReview(Consent c, ConsentReviewReached e) {
        return new Consent(
                c.consentId,
                c.personId,
                Standing.UNDER_REVIEW,
                c.purposes,
                c.requested,
                c.given,
                c.refused,
                c.withdrawals,
                Intake.plus(c.reviews, e));
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
        var next = find(consent.consentId).isEmpty()
                ? Intake.plus(asked, consent)
                : asked.stream()
                        .map(c -> c.consentId.equals(consent.consentId) ? consent : c)
                        .toList();
        return new Consents(next, overrides, answers, objections);
    }

    public Optional<Consent> find(ConsentId id) {
        return asked.stream().filter(c -> c.consentId.equals(id)).findFirst();
    }

    /** How everything that was answered about a person and a purpose stands together. */
    public Answers.Outcome outcome(PersonId person, ConsentPurpose purpose) {
        return answers.standpoint(person, purpose).outcome();
    }

    /** The consents by which a person and a purpose are agreed to, the latest last; whether they cover a day is theirs to say. */
    public List<Consent> agreed(PersonId person, ConsentPurpose purpose) {
        return answers.standpoint(person, purpose).yes().stream()
                .flatMap(id -> find(id).stream())
                .toList();
    }

    /** The consents that cover a person and a purpose on a day, the latest last. Each person's consent is their own. */
    public List<Consent> covering(PersonId person, ConsentPurpose purpose, LocalDate day) {
        return agreed(person, purpose).stream()
                .filter(c -> c.covers(purpose, day))
                .toList();
    }

    /** Whether live consent covers a person and a purpose on a day. */
    public boolean inForce(PersonId person, ConsentPurpose purpose, LocalDate day) {
        return !covering(person, purpose, day).isEmpty();
    }

    /** The objections that no human has looked at yet. */
    public List<ObjectionRecorded> unanswered() {
        return objections.stream()
                .filter(o -> o.answered() == null)
                .map(Objection::recorded)
                .toList();
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
