package uk.earlyhelphub.command.referral.consent;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.events.ids.ConsentId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.referral.Capacity;
import uk.earlyhelphub.events.referral.Competence;
import uk.earlyhelphub.events.referral.ConsentPurpose;
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
        switch (capacity) {
            case PARENTAL_RESPONSIBILITY -> requireParent(now, person, answeredBy);
            case ADULT_FOR_SELF -> requireAdult(now, person, answeredBy);
            case ASSESSED_COMPETENT -> requireAssessed(now, person, answeredBy, competence);
        }
    }

    private static void requireParent(DecisionContext now, PersonId person, PersonId answeredBy) {
        if (now.isAdult(person)) {
            throw Refused.invalid(
                    "capacity",
                    "adult-answers-for-self",
                    "This person is 18 or over: nobody else can answer for them (R12).");
        }
        if (!now.state().household().holdsParentalResponsibility(answeredBy, person)) {
            throw Refused.invalid(
                    "answeredBy",
                    "parental-responsibility-required",
                    "Parental responsibility of this person for the child is not on record. Record it first, or ask somebody who holds it.");
        }
    }

    private static void requireAdult(DecisionContext now, PersonId person, PersonId answeredBy) {
        if (!person.equals(answeredBy)) {
            throw Refused.invalid("answeredBy", "adult-answers-for-self", "An adult answers for themselves.");
        }
        if (now.state().household().isChild(person) && !now.isAdult(person)) {
            throw Refused.invalid(
                    "capacity",
                    "competence-required",
                    "A child can answer for themselves only once their understanding was assessed (R11).");
        }
    }

    private static void requireAssessed(
            DecisionContext now, PersonId person, PersonId answeredBy, @Nullable Competence competence) {
        if (!person.equals(answeredBy)) {
            throw Refused.invalid("answeredBy", "child-answers-for-self", "An assessed child answers for themselves.");
        }
        if (competence == null) {
            throw Refused.invalid(
                    "competence", "competence-required", "Say who assessed the child's understanding, and why (R11).");
        }
    }

    /** An answer names a request that was put to the same person and has no answer yet, or no request at all. */
    static void requireOpenRequest(DecisionContext now, ConsentId id, PersonId person) {
        var earlier = now.state().consents().find(id);
        if (earlier.isPresent() && !earlier.get().personId().equals(person)) {
            throw Refused.invalid("consentId", "consent-of-another-person", "That request was put to somebody else.");
        }
        if (earlier.isPresent() && earlier.get().standing() != Standing.REQUESTED) {
            throw Refused.conflict(
                    "already-answered", "This request was answered already. Ask again, or record a new consent.");
        }
    }

    /** A competent child's refusal defeats a parent's consent (R11). */
    static void requireNoCompetentRefusal(
            DecisionContext now, PersonId person, Capacity capacity, List<ConsentPurpose> purposes) {
        if (capacity != Capacity.PARENTAL_RESPONSIBILITY) {
            return;
        }
        for (var purpose : purposes) {
            now.state().consents().latest(person, purpose).ifPresent(consent -> {
                var refused = consent.refused();
                if (refused != null && refused.capacity() == Capacity.ASSESSED_COMPETENT) {
                    throw Refused.conflict(
                            "child-refused",
                            "The child was assessed as competent and refused; a parent's consent does not replace that.");
                }
            });
        }
    }
}
