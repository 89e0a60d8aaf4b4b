package uk.earlyhelphub.command.referral.consent;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.events.ids.ConsentId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.privacy.AgeBand;
import uk.earlyhelphub.events.referral.Capacity;
import uk.earlyhelphub.events.referral.Competence;
import uk.earlyhelphub.events.referral.ConsentPurpose;
import uk.earlyhelphub.model.referral.Consents.Consent;
import uk.earlyhelphub.model.referral.Consents.Standing;
import uk.earlyhelphub.platform.commands.Refused;

/** Who may answer for whom, and in what capacity (R6-R12). */
final class ConsentRules {
    private ConsentRules() {}

    static void requireEntitled(
            DecisionContext now,
            PersonId person,
            PersonId answeredBy,
            Capacity capacity,
            @Nullable Competence competence) {
        now.requirePerson(person, "personId");
        now.requirePerson(answeredBy, "answeredBy");
        if (now.state().household().isUnborn(answeredBy)) {
            throw Refused.by(
                    ConsentRule.UNBORN_ANSWERS_FOR_NOBODY,
                    "answeredBy",
                    "Somebody who is not born yet answers for nobody.");
        }
        if (capacity.forSelf() && !person.equals(answeredBy)) {
            throw Refused.by(
                    ConsentRule.ANSWERS_FOR_SELF,
                    "answeredBy",
                    "This capacity is for those who answer for themselves.");
        }
        switch (capacity) {
            case PARENTAL_RESPONSIBILITY -> requireParent(now, person, answeredBy, competence);
            case ADULT_FOR_SELF -> requireAdult(now, person);
            case YOUNG_PERSON_FOR_SELF -> requireYoungPerson(now, person);
            case ASSESSED_COMPETENT -> requireAssessed(competence);
        }
    }

    private static void requireParent(
            DecisionContext now, PersonId person, PersonId answeredBy, @Nullable Competence competence) {
        if (now.isAdult(person)) {
            throw Refused.by(
                    ConsentRule.ADULT_ANSWERS_FOR_SELF,
                    "capacity",
                    "This person is 18 or over: nobody else can answer for them (R12).");
        }
        if (now.age(person) == AgeBand.AGED_16_OR_17 && competence == null) {
            throw Refused.by(
                    ConsentRule.YOUNG_PERSON_ANSWERS_FOR_SELF,
                    "capacity",
                    "This person is 16 or 17 and presumed able to decide: ask them. Where that is doubted, send who assessed that they are not able to, and why, as competence.");
        }
        if (!now.state().household().holdsParentalResponsibility(answeredBy, person)) {
            throw Refused.by(
                    ConsentRule.PARENTAL_RESPONSIBILITY_REQUIRED,
                    "answeredBy",
                    "Parental responsibility of this person for the child is not on record. Record it first, or ask somebody who holds it.");
        }
    }

    /** Age decides, not the part in the family; where no date of birth is known, the part is all there is to go by. */
    static AgeBand age(DecisionContext now, PersonId person) {
        var known = now.age(person);
        if (known != AgeBand.UNKNOWN) {
            return known;
        }
        return now.state().household().isChild(person) ? AgeBand.UNDER_16 : AgeBand.ADULT;
    }

    private static void requireAdult(DecisionContext now, PersonId person) {
        switch (age(now, person)) {
            case ADULT, UNKNOWN -> {}
            case AGED_16_OR_17 ->
                throw Refused.by(
                        ConsentRule.YOUNG_PERSON_ANSWERS_FOR_SELF,
                        "capacity",
                        "This person is 16 or 17: they answer for themselves as YOUNG_PERSON_FOR_SELF.");
            case UNDER_16 ->
                throw Refused.by(
                        ConsentRule.COMPETENCE_REQUIRED,
                        "capacity",
                        "A child can answer for themselves only once their understanding was assessed (R11).");
        }
    }

    private static void requireYoungPerson(DecisionContext now, PersonId person) {
        if (age(now, person) != AgeBand.AGED_16_OR_17) {
            throw Refused.by(
                    ConsentRule.NOT_16_OR_17,
                    "capacity",
                    "By the date of birth on record this person is not 16 or 17. An adult answers as ADULT_FOR_SELF, a younger child as ASSESSED_COMPETENT.");
        }
    }

    private static void requireAssessed(@Nullable Competence competence) {
        if (competence == null) {
            throw Refused.by(
                    ConsentRule.COMPETENCE_REQUIRED,
                    "competence",
                    "Say who assessed the child's understanding, and why (R11).");
        }
    }

    /** An answer names a request that was put to the same person and has no answer yet, or no request at all. */
    static void requireOpenRequest(DecisionContext now, ConsentId id, PersonId person) {
        var earlier = now.state().consents().find(id);
        if (earlier.isPresent() && !earlier.get().personId().equals(person)) {
            throw Refused.by(
                    ConsentRule.CONSENT_OF_ANOTHER_PERSON, "consentId", "That request was put to somebody else.");
        }
        if (earlier.isPresent() && earlier.get().standing() != Standing.REQUESTED) {
            throw Refused.by(
                    ConsentRule.ALREADY_ANSWERED,
                    "This request was answered already. Ask again, or record a new consent.");
        }
    }

    /** What somebody said for themselves stands against everybody else, until they change it themselves (R11). */
    static void requireNoRefusalOfTheirOwn(
            DecisionContext now, PersonId person, Capacity capacity, List<ConsentPurpose> purposes) {
        if (capacity.forSelf()) {
            return;
        }
        var answers = now.state().consents().answers();
        if (purposes.stream().anyMatch(purpose -> answers.saidNoThemselves(person, purpose))) {
            throw Refused.by(
                    ConsentRule.CHILD_REFUSED,
                    "The child answered for themselves and said no, or took their consent back; a parent's consent does not replace that.");
        }
    }

    /** In what capacity somebody takes consent back: whoever gave it may, and whoever may speak for the person (R10). */
    static Capacity requireMayWithdraw(
            DecisionContext now, Consent consent, PersonId withdrawnBy, @Nullable Competence competence) {
        now.requirePerson(withdrawnBy, "withdrawnBy");
        var given = Objects.requireNonNull(consent.given());
        if (given.givenBy().equals(withdrawnBy)) {
            return given.capacity();
        }
        if (consent.personId().equals(withdrawnBy)) {
            return ownCapacity(now, consent, competence);
        }
        var household = now.state().household();
        if (given.capacity() == Capacity.PARENTAL_RESPONSIBILITY
                && !now.isAdult(consent.personId())
                && household.holdsParentalResponsibility(withdrawnBy, consent.personId())) {
            return Capacity.PARENTAL_RESPONSIBILITY;
        }
        throw Refused.by(
                ConsentRule.MAY_NOT_WITHDRAW,
                "withdrawnBy",
                "Consent is taken back by whoever gave it, by the person themselves, or by a parent who answers for them. What somebody else says is recorded as an objection, which a human looks at today.");
    }

    private static Capacity ownCapacity(DecisionContext now, Consent consent, @Nullable Competence competence) {
        var person = consent.personId();
        if (now.state().household().isUnborn(person)) {
            throw Refused.by(
                    ConsentRule.UNBORN_ANSWERS_FOR_NOBODY,
                    "withdrawnBy",
                    "Somebody who is not born yet answers for nobody.");
        }
        return switch (age(now, person)) {
            case ADULT, UNKNOWN -> Capacity.ADULT_FOR_SELF;
            case AGED_16_OR_17 -> Capacity.YOUNG_PERSON_FOR_SELF;
            case UNDER_16 -> {
                if (competence == null && !now.state().consents().answers().answeredThemselves(person)) {
                    throw Refused.by(
                            ConsentRule.COMPETENCE_REQUIRED,
                            "competence",
                            "Say who assessed the child's understanding, and why (R11), or record what the child says as an objection, which a human looks at today.");
                }
                yield Capacity.ASSESSED_COMPETENT;
            }
        };
    }
}
