package uk.earlyhelphub.query.accountabilitypack;

import uk.earlyhelphub.events.kernel.Rule;

/** What an accountability pack can be about, and who can fetch it. */
public enum PackRule implements Rule {
    NO_SUCH_DECISION(Terms.invalid("The case file lists what Hub meetings decided under hub.discussions; send the "
            + "discussionId of one of them.")),
    COMPLAINANT_UNKNOWN(
            Terms.invalid("A pack for the person who complains leaves out what is about others, so it must be known "
                    + "who they are: send the personId of somebody in the case.")),
    PACK_NOT_READY(
            Terms.conflict("A pack is made in the background, usually within seconds. Ask for its state; when it is "
                    + "READY it can be fetched, and one that FAILED can be asked for again.")),
    PACK_OUT_OF_REACH(
            Terms.conflict("It was made while something tied you to the case, such as an emergency, and that is "
                    + "over. Ask for a pack anew: it shows what you may see now."));

    private final Terms terms;

    PackRule(Terms terms) {
        this.terms = terms;
    }

    @Override
    public Terms terms() {
        return terms;
    }
}
