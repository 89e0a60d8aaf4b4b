package uk.earlyhelphub.proof;

/** A file was shown as an exported history and is something else; the message says what, as far as can be told. */
public final class NotAHistory extends Exception {
    private NotAHistory(String message) {
        super(message);
    }

    static NotAHistory empty() {
        return new NotAHistory("the file is empty");
    }

    static NotAHistory onlyFrom(long size) {
        return new NotAHistory("the file holds only what came after the first " + size
                + " events: give the checkpoint of " + size + " events that you kept, or fetch the whole history");
    }

    /** @param start its first bytes */
    static NotAHistory beginningWith(byte[] start) {
        if (start.length > 1 && start[0] == 0x1f && start[1] == (byte) 0x8b) {
            return new NotAHistory("the file is compressed (gzip): unpack it first");
        }
        if (start.length > 1 && start[0] == 'P' && start[1] == 'K') {
            return new NotAHistory("the file is compressed (zip): unpack it first");
        }
        if (start.length > 0 && (start[0] == '{' || start[0] == '[' || start[0] == '<')) {
            return new NotAHistory(
                    "the file is another answer of a server, such as a refusal to sign in, and not an exported history:"
                            + " look into it, and fetch the history again");
        }
        return new NotAHistory("the file is not an exported history: it does not begin as one");
    }
}
