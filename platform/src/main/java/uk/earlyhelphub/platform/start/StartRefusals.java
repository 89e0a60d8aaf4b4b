package uk.earlyhelphub.platform.start;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says in a few lines why the Hub does not start, where Spring would print a page of causes. A value is never repeated. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartRefusals implements FailureAnalyzer {
    private static final String WHERE = "docs/settings.md has every setting, with its default and its unit.";

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        BindException unreadable = null;
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused refused) {
                return new FailureAnalysis(refused.why(), refused.whatToDo(), failure);
            }
            if (cause instanceof UnboundConfigurationPropertiesException unknown) {
                return new FailureAnalysis(
                        unknown.getUnboundProperties().stream()
                                .map(property -> "There is no setting " + property.getName() + ".")
                                .collect(Collectors.joining(" ")),
                        "Check how it is spelt: " + WHERE,
                        failure);
            }
            if (cause instanceof BindException e && e.getName().toString().startsWith("hub.")) {
                unreadable = e;
            }
        }
        return unreadable == null
                ? null
                : new FailureAnalysis(
                        "The setting " + unreadable.getName() + " has a value that it cannot take.", WHERE, failure);
    }
}
