package uk.earlyhelphub.olderjava;

import java.io.PrintStream;

/**
 * Says in one sentence what to install, where Java itself would show a trace that names class file versions. This class and those
 * that call it before all else are compiled for an older Java.
 */
public final class JavaNeeded {
    private static final int NEEDED = 25;

    private JavaNeeded() {}

    /**
     * Whether this Java can run the Hub; if not, it was said what to do.
     *
     * @param told where it is said
     */
    public static boolean isHere(PrintStream told) {
        return isHere(System.getProperty("java.specification.version", ""), System.getProperty("java.home", ""), told);
    }

    static boolean isHere(String version, String home, PrintStream told) {
        // Until Java 8 the version began with "1.".
        String plain = version.startsWith("1.") ? version.substring(2) : version;
        if (plain.matches("\\d{1,4}") && Integer.parseInt(plain) >= NEEDED) {
            return true;
        }
        told.println("The Early Help Hub needs Java " + NEEDED + " or newer, and this is Java " + plain + " (" + home
                + "). Install a JDK " + NEEDED
                + ", for example from https://adoptium.net, and start with the java in its bin folder.");
        return false;
    }
}
