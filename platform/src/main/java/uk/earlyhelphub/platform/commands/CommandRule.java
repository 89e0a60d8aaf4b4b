package uk.earlyhelphub.platform.commands;

import uk.earlyhelphub.events.kernel.Rule;

/** What holds for every command, whatever it is about. */
public enum CommandRule implements Rule {
    NOT_FOUND(Terms.unknown("Either there is nothing by that name, or it is not yours to see. The answer is the same "
            + "in both cases, so that it gives nothing away. If you should have access, ask the manager "
            + "of the case's team.")),
    CHANGED_MEANWHILE(
            Terms.conflict("Two people changed the same thing at the same moment and the other was first. Read it "
                    + "again and repeat what still applies. Nothing of this request was stored.")),
    NOT_POSSIBLE_NOW(
            Terms.conflict("You may not see this case any more, so nothing more is told about it. The team that works "
                    + "with the family can say whether anything is left to record.")),
    VERSION_IS_STALE(
            Terms.stale("You acted on an older version than the current one. Read the case again, check that your "
                    + "step still makes sense, and send it with the new ETag.")),
    IDEMPOTENCY_KEY_REUSED(Terms.differentRepeat(
            "An Idempotency-Key stands for one request. This one was used for a different request, or "
                    + "by somebody else. Use a new key."));

    private final Terms terms;

    CommandRule(Terms terms) {
        this.terms = terms;
    }

    @Override
    public Terms terms() {
        return terms;
    }
}
