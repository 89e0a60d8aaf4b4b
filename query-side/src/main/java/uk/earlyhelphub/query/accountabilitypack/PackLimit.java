package uk.earlyhelphub.query.accountabilitypack;

import uk.earlyhelphub.events.kernel.ReasonCode;

/** How many packs may wait for one person. */
public enum PackLimit implements ReasonCode {
    TOO_MANY_PACKS("Making an accountability pack takes a while, and everybody has their turn. Five may wait "
            + "for one person; Retry-After says when to ask again.");

    private final String help;

    PackLimit(String help) {
        this.help = help;
    }

    @Override
    public String help() {
        return help;
    }
}
