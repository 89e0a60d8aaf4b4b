package uk.earlyhelphub.model.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.Answer;
import uk.earlyhelphub.events.referral.DetailsCorrected;
import uk.earlyhelphub.events.referral.HouseholdCorrected;
import uk.earlyhelphub.events.referral.HouseholdEvent;
import uk.earlyhelphub.events.referral.InformationRecorded;
import uk.earlyhelphub.events.referral.PartInFamily;
import uk.earlyhelphub.events.referral.PersonAdded;
import uk.earlyhelphub.events.referral.PersonDetail;
import uk.earlyhelphub.events.referral.PersonLinked;
import uk.earlyhelphub.events.referral.PersonUnlinked;
import uk.earlyhelphub.events.referral.PrivacyNoticeGiven;
import uk.earlyhelphub.events.referral.Relationship;

/** The people of a referral and what is recorded about them. */
public record Household(List<Person> people, List<InformationRecorded> information) {

    /**
     * One person: as first recorded, every correction of a detail since, whom they were recognised as, and the notices given.
     *
     * @param inHousehold whether they live in the household, as it stands
     * @param relationships how they stand to others, as it stands
     */
    public record Person(
            PersonAdded added,
            List<DetailsCorrected> corrections,
            List<PersonId> sameAs,
            List<PrivacyNoticeGiven> notices,
            boolean inHousehold,
            List<Relationship> relationships) {
        public Person {
            relationships = List.copyOf(relationships);
        }

        private Person corrected(HouseholdCorrected e) {
            var ties = new ArrayList<>(relationships);
            var right = e.relationship();
            if (right != null) {
                ties.removeIf(r -> r.to().equals(right.to()));
                ties.add(right);
            }
            return new Person(
                    added, corrections, sameAs, notices, e.inHousehold() == null ? inHousehold : e.inHousehold(), ties);
        }

        public PersonId personId() {
            return added.personId();
        }

        /** The name that the record knows them by now, corrections counted, if it knows one. */
        public @Nullable ProtectedText name() {
            return latest("name", corrections);
        }

        /**
         * What the record itself held before a correction; whoever corrects may misremember it. Empty if the record does not
         * know this correction, or held nothing.
         */
        public Optional<ProtectedText> heldBefore(DetailsCorrected correction) {
            var place = corrections.indexOf(correction);
            return place < 0
                    ? Optional.empty()
                    : Optional.ofNullable(latest(correction.field(), corrections.subList(0, place)));
        }

        /** A detail as it stands, the last correction counted; none if nobody knows it. */
        public @Nullable ProtectedText standing(PersonDetail detail) {
            return latest(detail.field(), corrections);
        }

        private @Nullable ProtectedText latest(String field, List<DetailsCorrected> upTo) {
            var last = upTo.stream().filter(c -> c.field().equals(field)).reduce((earlier, later) -> later);
            return last.isPresent()
                    ? last.get().now()
                    : PersonDetail.named(field)
                            .flatMap(d -> Optional.ofNullable(d.in(added)))
                            .orElse(null);
        }
    }

    static final Household NONE = new Household(List.of(), List.of());

    Household after(HouseholdEvent event) {
        return switch (event) {
            case PersonAdded e ->
                new Household(
                        Intake.plus(
                                people,
                                new Person(e, List.of(), List.of(), List.of(), e.inHousehold(), e.relationships())),
                        information);
            case InformationRecorded e -> new Household(people, Intake.plus(information, e));
            case DetailsCorrected e ->
                with(
                        e.personId(),
                        p -> new Person(
                                p.added,
                                Intake.plus(p.corrections, e),
                                p.sameAs,
                                p.notices,
                                p.inHousehold,
                                p.relationships));
            case HouseholdCorrected e -> with(e.personId(), p -> p.corrected(e));
            case PersonLinked e ->
                with(
                        e.personId(),
                        p -> new Person(
                                p.added,
                                p.corrections,
                                Intake.plus(p.sameAs, e.samePersonAs()),
                                p.notices,
                                p.inHousehold,
                                p.relationships));
            case PersonUnlinked e ->
                with(e.personId(), p -> {
                    var rest = new ArrayList<>(p.sameAs);
                    rest.remove(e.notTheSameAs());
                    return new Person(
                            p.added, p.corrections, List.copyOf(rest), p.notices, p.inHousehold, p.relationships);
                });
            case PrivacyNoticeGiven e ->
                with(
                        e.personId(),
                        p -> new Person(
                                p.added,
                                p.corrections,
                                p.sameAs,
                                Intake.plus(p.notices, e),
                                p.inHousehold,
                                p.relationships));
        };
    }

    private Household with(PersonId id, java.util.function.UnaryOperator<Person> change) {
        return new Household(
                people.stream()
                        .map(p -> p.personId().equals(id) ? change.apply(p) : p)
                        .toList(),
                information);
    }

    public Optional<Person> person(PersonId id) {
        return people.stream().filter(p -> p.personId().equals(id)).findFirst();
    }

    public boolean has(PersonId id) {
        return person(id).isPresent();
    }

    /** Whether one person is recorded as holding parental responsibility for another. */
    public boolean holdsParentalResponsibility(PersonId adult, PersonId child) {
        // Earlier releases took relationships to oneself.
        return person(adult).stream()
                .filter(p -> !adult.equals(child))
                .flatMap(p -> p.relationships().stream())
                .anyMatch(r -> r.to().equals(child) && r.parentalResponsibility() == Answer.YES);
    }

    /** Whether a person was recorded as not born yet. */
    public boolean isUnborn(PersonId id) {
        return person(id)
                .filter(p -> p.added().part() == PartInFamily.UNBORN_CHILD)
                .isPresent();
    }

    /** Whether a person was recorded as a child or young person. Whether they are one still is the vault's to say. */
    public boolean isChild(PersonId id) {
        return person(id)
                .map(p -> p.added().part())
                .filter(part -> part == PartInFamily.CHILD
                        || part == PartInFamily.YOUNG_PERSON
                        || part == PartInFamily.UNBORN_CHILD)
                .isPresent();
    }
}
