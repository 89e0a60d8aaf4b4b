package uk.earlyhelphub.query.access;

import uk.earlyhelphub.events.kernel.ReasonCode;

/** How much one person may take out at a time. */
public enum ExportLimit implements ReasonCode {
    TOO_MANY_EXPORTS("The number of files that one person may export within an hour is limited, and the "
            + "attempt is on record. One export with wider filters does more than many small ones.");

    private final String help;

    ExportLimit(String help) {
        this.help = help;
    }

    @Override
    public String help() {
        return help;
    }
}
