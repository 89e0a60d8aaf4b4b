package uk.earlyhelphub.events.kernel;

import java.util.Locale;

/**
 * Why something was not done, by a code that never changes and a text that helps. Implemented by enums, so that there is no code
 * without its help; their constants are named for their codes.
 */
public interface ReasonCode {

    /** The constant's name. */
    String name();

    /** What it means and what to do about it, in plain words; whole sentences. */
    String help();

    /** The stable code, e.g. {@code consent-not-in-force}. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
