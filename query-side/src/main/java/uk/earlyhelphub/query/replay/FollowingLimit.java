package uk.earlyhelphub.query.replay;

import uk.earlyhelphub.events.kernel.ReasonCode;

/** How many replays may be followed at a time. */
public enum FollowingLimit implements ReasonCode {
    TOO_MANY_STREAMS("Following a replay keeps a connection open. One person may follow two at the same time, "
            + "and there is a limit for all together; close one, or read the replay by itself now and "
            + "then.");

    private final String help;

    FollowingLimit(String help) {
        this.help = help;
    }

    @Override
    public String help() {
        return help;
    }
}
