package uk.earlyhelphub.query.proof;

import uk.earlyhelphub.events.kernel.Rule;

/** What the proof log can be asked for, and where. */
public enum ProofRule implements Rule {
    NO_SUCH_SIZE(
            Terms.invalid("A consistency proof leads from the checkpoint that you kept to the newest one. Send the "
                    + "number on the second line of the one that you kept.")),
    NO_PROOF_LOG_HERE(
            Terms.conflict("Only one process keeps the proof log: the one whose settings name hub.proof.directories. "
                    + "Send the request there.")),
    NOTHING_RECORDED(
            Terms.conflict("The first checkpoint is signed as soon as something was recorded. Ask again then."));

    private final Terms terms;

    ProofRule(Terms terms) {
        this.terms = terms;
    }

    @Override
    public Terms terms() {
        return terms;
    }
}
