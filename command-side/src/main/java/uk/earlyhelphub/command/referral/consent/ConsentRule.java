package uk.earlyhelphub.command.referral.consent;

import uk.earlyhelphub.events.kernel.Rule;

/** Who answers for whom, and what a consent must say to be one. */
public enum ConsentRule implements Rule {
    ADULT_ANSWERS_FOR_SELF(
            Terms.invalid("Somebody of 18 or over gives, refuses and withdraws consent for themselves. Ask them.")
                    .from("R12")),
    PARENTAL_RESPONSIBILITY_REQUIRED(
            Terms.invalid("A parent or carer can answer for a child only if their parental responsibility is on "
                    + "record. If it is not known, find out first.")),
    COMPETENCE_REQUIRED(
            Terms.invalid("Age alone does not decide. Record who assessed the child's understanding, and why they "
                            + "came to their view.")
                    .from("R11")),
    ANSWERS_FOR_SELF(
            Terms.invalid("Adults, young people and children whose understanding was assessed answer for themselves "
                            + "only. Somebody who answers for a child does so by parental responsibility.")
                    .from("R11")),
    YOUNG_PERSON_ANSWERS_FOR_SELF(
            Terms.invalid("From 16 somebody is presumed able to decide for themselves. A parent's answer counts only "
                            + "where somebody assessed that the young person cannot decide, and says why.")
                    .from("Mental Capacity Act 2005 s 1(2)")),
    NOT_16_OR_17(
            Terms.invalid(
                    "This capacity is for somebody of 16 or 17. The date of birth on record says otherwise; correct it if it is wrong.")),
    UNBORN_ANSWERS_FOR_NOBODY(Terms.invalid(
            "Before birth the mother and others with a part in the case answer; an unborn child does not.")),
    MAY_NOT_WITHDRAW(
            Terms.invalid("Consent may be taken back by whoever gave it, by the person themselves if they can decide, "
                            + "or by a parent who answers for them. Record what others say as an objection: a human "
                            + "looks at it the same day.")
                    .from("R10, UK GDPR Art 7(3)")),
    NO_DISPUTE(Terms.conflict("A decision is only needed while people with parental responsibility disagree. Look at "
            + "the answers on the record.")),
    NO_OPEN_OBJECTION(Terms.conflict("The objection is not in this referral, or was answered already.")),
    CONSENT_OF_ANOTHER_PERSON(Terms.invalid(
            "The request for consent that is named was put to somebody else. Name the right one, or " + "none.")),
    ALREADY_ANSWERED(
            Terms.conflict("A request for consent is answered once. Ask again, or record a new consent without "
                    + "naming the request.")),
    CHILD_REFUSED(
            Terms.conflict("The child was assessed as competent and said no. A parent's yes does not replace that. "
                            + "Speak with the child again; if they change their mind, record their own consent.")
                    .from("R11")),
    SAFEGUARDING_REASON_REQUIRED(
            Terms.invalid("Choose one: consent cannot be given, cannot reasonably be obtained, or asking would "
                            + "prejudice protection.")
                    .from("R16, DPA 2018 Sch 1 para 18")),
    GATEWAY_NOT_AVAILABLE(
            Terms.invalid("Explicit consent cannot be the condition for going on without consent. Choose another "
                            + "condition of UK GDPR Art 9(2).")
                    .from("R14, UK GDPR Art 9(2)")),
    CONSENT_NOT_GIVEN(
            Terms.invalid("No consent of this person, with all of these purposes, is in force by that name. The "
                            + "case shows which ones are.")
                    .from("UK GDPR Art 7(3)")),
    NOT_AN_ADULT(Terms.conflict("According to the date of birth on record the person is under 18.")
            .from("R12")),
    AGENCIES_REQUIRED(Terms.invalid("Consent to share is only consent if it names the agencies and the categories of "
                    + "information. Ask again with both.")
            .from("R7")),
    PURPOSE_REQUIRED(Terms.invalid("Name sharing among the purposes if agencies are named.")
            .from("R7"));

    private final Terms terms;

    ConsentRule(Terms terms) {
        this.terms = terms;
    }

    @Override
    public Terms terms() {
        return terms;
    }
}
