package uk.earlyhelphub.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What the JVMs of one build leave for {@link DescriptionHoldsTest}, which runs after all of them: which journeys were made, and
 * what the Hub answered. Registered for every class by {@code META-INF/services}.
 */
public final class ClassesRun implements BeforeAllCallback {
    /** Each build has a folder of its own; without Maven each JVM has. */
    private static final Path FOLDER = Path.of(
            "target",
            "journeys",
            Objects.requireNonNullElse(
                    System.getProperty("hub.build"),
                    "pid-" + ProcessHandle.current().pid()));

    private static final String CLASSES = ".classes";
    private static final String ANSWERS = ".answers";

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        leave(CLASSES, context.getRequiredTestClass().getSimpleName());
    }

    /** Leaves an answer. */
    static void leave(AnswersGiven.Given given) throws IOException {
        leave(ANSWERS, String.join("\t", given.method(), given.path(), Integer.toString(given.status()), given.code()));
    }

    private static synchronized void leave(String kind, String line) throws IOException {
        Files.createDirectories(FOLDER);
        Files.writeString(
                FOLDER.resolve(ProcessHandle.current().pid() + kind),
                line + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    static Set<String> names() throws IOException {
        return lines(CLASSES).collect(Collectors.toSet());
    }

    static List<AnswersGiven.Given> answers() throws IOException {
        return lines(ANSWERS)
                .map(line -> line.split("\t", -1))
                .map(parts -> new AnswersGiven.Given(parts[0], parts[1], Integer.parseInt(parts[2]), parts[3]))
                .distinct()
                .toList();
    }

    private static Stream<String> lines(String kind) throws IOException {
        if (!Files.isDirectory(FOLDER)) {
            return Stream.of();
        }
        try (var files = Files.list(FOLDER)) {
            var all = Stream.<String>builder();
            for (var file : files.filter(f -> f.toString().endsWith(kind)).toList()) {
                Files.readAllLines(file).forEach(all);
            }
            return all.build();
        }
    }
}
