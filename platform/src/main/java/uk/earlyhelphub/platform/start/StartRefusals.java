package uk.earlyhelphub.platform.start;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.util.PlaceholderResolutionException;

/** Says in a few lines why the Hub does not start, where Spring would print a page of causes. */
final class StartRefusals implements FailureAnalyzer {
    private static final Pattern SETTING = Pattern.compile("'(hub\\.[a-z0-9.-]+)'");

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused refused) {
                return new FailureAnalysis(refused.why(), refused.whatToDo(), failure);
            }
            if (cause instanceof PlaceholderResolutionException missing) {
                var setting = SETTING.matcher(String.valueOf(missing.getMessage()));
                if (setting.find()) {
                    return new FailureAnalysis(
                            "The setting " + setting.group(1) + " is missing.",
                            "Give it on the command line as --" + setting.group(1)
                                    + "=..., or in the environment. README.md says which settings a Hub of your own needs.",
                            failure);
                }
            }
        }
        return null;
    }
}
