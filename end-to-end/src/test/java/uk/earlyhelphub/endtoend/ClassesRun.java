package uk.earlyhelphub.endtoend;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Which journeys were made in this JVM. Registered for every class by {@code META-INF/services}. */
public final class ClassesRun implements BeforeAllCallback {
    private static final Set<String> NAMES = ConcurrentHashMap.newKeySet();

    @Override
    public void beforeAll(ExtensionContext context) {
        NAMES.add(context.getRequiredTestClass().getSimpleName());
    }

    static Set<String> names() {
        return Set.copyOf(NAMES);
    }
}
