package uk.earlyhelphub.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Whether the description of the API is true, held against every answer that the Hub gave in the journeys before. Maven
 * runs it after all the others, whose JVMs leave what they heard in files; by itself it has little to look at.
 */
@Order(Integer.MAX_VALUE)
class DescriptionHoldsTest {
    private static final Path NOT_YET = Path.of("src/test/resources/not-yet-provoked.txt");
    private static final String SOMETIMES = "sometimes ";

    private final Description description = Description.kept();

    DescriptionHoldsTest() throws IOException {}

    @Test
    void every_answer_is_one_that_the_description_names() throws IOException {
        assertThat(ClassesRun.answers().stream()
                        .filter(given -> description.operation(given).isPresent())
                        .filter(given -> !description.names(given))
                        .map(given -> given.method() + " "
                                + description.operation(given).orElse("") + " " + given.status() + " " + given.code())
                        .sorted())
                .isEmpty();
    }

    /**
     * What an operation says of itself is provoked there; what any operation of its shape can answer is provoked somewhere. What no
     * journey provokes yet is listed in a file whose lines can only become fewer.
     */
    @Test
    void every_problem_that_the_description_names_is_provoked_but_those_on_the_list() throws IOException {
        var missing = new TreeSet<>(description.named());
        ClassesRun.answers().forEach(given -> missing.removeAll(description.provokedBy(given)));
        assumeTrue(ClassesRun.names().containsAll(journeys()), "only after all journeys");
        Files.write(Path.of("target/not-yet-provoked.txt"), missing);
        var listed = Files.readAllLines(NOT_YET).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        var always = listed.stream().filter(line -> !line.startsWith(SOMETIMES)).collect(Collectors.toSet());
        assertThat(always).as("no longer needed on the list").isSubsetOf(missing);
        assertThat(missing)
                .as("named in the description, and given by no journey")
                .allMatch(line -> always.contains(line) || listed.contains(SOMETIMES + line));
        assertThat(description.named())
                .as("what the list speaks of is in the description")
                .containsAll(listed.stream()
                        .map(line -> line.replaceFirst("^" + SOMETIMES, ""))
                        .toList());
    }

    private static Set<String> journeys() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/java/uk/earlyhelphub/endtoend"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Test.java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }
}
