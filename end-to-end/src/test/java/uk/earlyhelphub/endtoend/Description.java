package uk.earlyhelphub.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description that is kept beside the code, as far as it can be held against answers. Another test keeps it up to date. */
final class Description {
    private static final String ANY = "any";

    private final JsonNode described;
    private final Map<String, JsonNode> operations = new HashMap<>();
    private final Map<PathPattern, String> paths = new HashMap<>();

    private Description(JsonNode described) {
        this.described = described;
        described
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (operation.getValue().has("x-for-whom")) {
                        operations.put(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue());
                        paths.put(PathPatternParser.defaultInstance.parse(path.getKey()), path.getKey());
                    }
                }));
    }

    static Description kept() throws IOException {
        return new Description(
                JsonMapper.builder().build().readTree(Files.readString(Path.of("../docs/openapi.json"))));
    }

    /** The path of the operation that gave an answer; nothing if it came from elsewhere. */
    Optional<String> operation(AnswersGiven.Given given) {
        if (operations.containsKey(given.method() + " " + given.path())) {
            return Optional.of(given.path());
        }
        var sent = PathContainer.parsePath(given.path());
        return paths.keySet().stream()
                .filter(pattern -> pattern.matches(sent))
                .sorted()
                .map(PathPattern::getPatternString)
                .filter(path -> operations.containsKey(given.method() + " " + path))
                .findFirst();
    }

    /** Whether an operation says that it can answer so. */
    boolean names(AnswersGiven.Given given) {
        var path = operation(given).orElseThrow();
        var answer = responses(given.method() + " " + path).path(Integer.toString(given.status()));
        return !answer.isMissingNode()
                && (given.status() < 400 || codes(answer, "x-problem-codes").contains(given.code()));
    }

    /** Everything that is to be provoked: an operation's own problems there, what all of its shape can give anywhere. */
    Set<String> named() {
        var named = new TreeSet<String>();
        operations
                .keySet()
                .forEach(operation -> responses(operation).properties().forEach(answer -> {
                    var own = codes(answer.getValue(), "x-own-problem-codes");
                    codes(answer.getValue(), "x-problem-codes")
                            .forEach(code -> named.add(
                                    (own.contains(code) ? operation : ANY) + " " + answer.getKey() + " " + code));
                }));
        return named;
    }

    /** What an answer provokes of that. */
    Set<String> provokedBy(AnswersGiven.Given given) {
        var end = " " + given.status() + " " + given.code();
        return operation(given)
                .map(path -> Set.of(given.method() + " " + path + end, ANY + end))
                .orElse(Set.of());
    }

    private JsonNode responses(String operation) {
        return Objects.requireNonNull(operations.get(operation)).path("responses");
    }

    private Set<String> codes(JsonNode answer, String kind) {
        var reference = answer.path("$ref").asString("");
        var resolved = reference.isEmpty() ? answer : described.at(reference.substring(1));
        var codes = new HashSet<String>();
        resolved.path(kind).forEach(code -> codes.add(code.asString()));
        return codes;
    }
}
