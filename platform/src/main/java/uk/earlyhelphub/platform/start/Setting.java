package uk.earlyhelphub.platform.start;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the records of settings ask of their values. What is not so stops the start, by the name of the setting. */
public final class Setting {
    private static final String WHERE = " docs/settings.md says what each setting means.";

    private Setting() {}

    /** A setting that there is no default for. */
    public static String given(String key, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new StartRefused(
                    "The setting " + key + " is missing.",
                    "Give it on the command line as --" + key + "=..., or in the environment." + WHERE);
        }
        return value;
    }

    /** A time that must be long enough, and shorter than what would be none. */
    public static void between(String key, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new StartRefused(
                    "The setting " + key + " is " + said(value) + ".",
                    "Give a time between " + said(least) + " and " + said(most) + "." + WHERE);
        }
    }

    /** A number within bounds. */
    public static void between(String key, int value, int least, int most) {
        if (value < least || value > most) {
            throw new StartRefused(
                    "The setting " + key + " is " + value + ".",
                    "Give a number between " + least + " and " + most + "." + WHERE);
        }
    }

    private static String said(Duration time) {
        return time.toString().substring(2).toLowerCase(java.util.Locale.ROOT);
    }
}
