package uk.earlyhelphub.proof;

/**
 * What a log was at one moment (C2SP tlog-checkpoint): its name, how many leaves, and their root.
 *
 * @param origin the log's name, one for each installation
 */
public record Checkpoint(String origin, long size, Hash root) {
    public Checkpoint {
        LogName.require(origin);
        if (size < 0) {
            throw new IllegalArgumentException("A log has no negative size");
        }
    }

    /** The text that is signed. */
    public String text() {
        return origin + "\n" + size + "\n" + root.toBase64() + "\n";
    }
}
