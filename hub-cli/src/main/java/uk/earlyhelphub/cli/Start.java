package uk.earlyhelphub.cli;

import uk.earlyhelphub.olderjava.JavaNeeded;

/** Where the process begins, in a form that an older Java can read. */
public final class Start {
    private Start() {}

    /** Runs a command. With an older Java nothing could be checked, which is not to look as if something was altered. */
    @SuppressWarnings("SystemOut") // whoever started it is at the terminal
    public static void main(String[] arguments) {
        if (!JavaNeeded.isHere(System.err)) {
            System.exit(2);
        }
        try {
            Hub.main(arguments);
        } catch (Error e) {
            // Not even to end in the usual way. Java's own exit code would say that something was altered.
            Runtime.getRuntime().halt(2);
        }
    }
}
