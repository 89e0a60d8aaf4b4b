package uk.earlyhelphub.command.referral;

import uk.earlyhelphub.events.kernel.Rule;

/** Rules that hold for several intentions about a referral. */
public enum ReferralRule implements Rule {
    SEARCH_FIRST(
            Terms.invalid("Whoever records a family has searched for it first, not more than a day before, so that "
                    + "nobody is recorded twice by oversight.")),
    PERSON_NOT_IN_REFERRAL(Terms.invalid("The person must be one of the people of this referral. Add them first.")),
    CONSENT_NOT_IN_FORCE(
            Terms.conflict("For this purpose the person has not consented, has refused or withdrawn, or the review "
                            + "date has come. Ask them. If the law allows going on without consent, a manager of the "
                            + "team can decide so, with reasons.")
                    .from("R9")),
    CONSENT_DISPUTED(
            Terms.conflict("Two people with parental responsibility gave different answers about the child. Nothing "
                            + "rests on either until a manager of the team decides, with reasons, or one of them "
                            + "changes their answer.")
                    .from("R11")),
    PARENTS_CONSENT_ENDED(Terms.conflict(
                    "The young person has turned 18, so a parent's answer counts no more. Ask the young " + "person.")
            .from("R12")),
    NOTICE_VERSION_NOT_IN_FORCE(Terms.invalid(
                    "Whoever answers has been told what becomes of their information, in a version of the privacy notice that was in force by then. The answer names those that are accepted; whoever runs the Hub adds a new one to the list that hub.notice-versions names.")
            .from("UK GDPR Art 7(1), Art 13")),
    AREA_NOT_KNOWN(Terms.invalid(
            "An area is one of those that this Hub was told of, because services are offered by area. The "
                    + "answer names them; whoever runs the Hub adds one to hub.areas.")),
    NOT_IN_THIS_STATUS(Terms.conflict(
            "Each step is possible only while a referral stands in certain statuses. The answer names " + "them."));

    private final Terms terms;

    ReferralRule(Terms terms) {
        this.terms = terms;
    }

    @Override
    public Terms terms() {
        return terms;
    }
}
