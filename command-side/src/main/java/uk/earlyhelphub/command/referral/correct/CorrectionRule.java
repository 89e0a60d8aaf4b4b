package uk.earlyhelphub.command.referral.correct;

import uk.earlyhelphub.events.kernel.Rule;

/** What can be put right about a referral and its household. */
public enum CorrectionRule implements Rule {
    NOTHING_CORRECTED(Terms.invalid(
            "A correction says what is different from what is on record. Send only what is to be put right.")),
    TEAM_NOT_KNOWN(Terms.invalid(
            "A case is handed on to a team that this Hub was told of, or nobody would work it. The answer "
                    + "names them; whoever runs the Hub adds one to hub.teams.")),
    ON_AN_AGENDA(Terms.conflict(
            "The case stands on the agenda of its team's meeting. Take it off before another team gets it.")),
    CONSENT_RESTS_ON_IT(
            Terms.conflict("A consent in force was given by virtue of the parental responsibility that is to be taken "
                            + "off the record. Have it withdrawn first, or ask somebody who holds it.")
                    .from("R11"));

    private final Terms terms;

    CorrectionRule(Terms terms) {
        this.terms = terms;
    }

    @Override
    public Terms terms() {
        return terms;
    }
}
