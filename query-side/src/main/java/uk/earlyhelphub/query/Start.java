package uk.earlyhelphub.query;

import uk.earlyhelphub.olderjava.JavaNeeded;

/** Where the process begins, in a form that an older Java can read. */
public final class Start {
    private Start() {}

    /** Starts the process. */
    @SuppressWarnings("SystemOut") // whoever started it is at the terminal
    public static void main(String[] arguments) {
        if (!JavaNeeded.isHere(System.err)) {
            System.exit(1);
        }
        QueryProcess.main(arguments);
    }
}
