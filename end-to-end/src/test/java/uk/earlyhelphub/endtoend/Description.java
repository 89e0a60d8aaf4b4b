package uk.earlyhelphub.endtoend;

import static uk.earlyhelphub.endtoend.RunningHub.CONTEXT;
import static uk.earlyhelphub.endtoend.RunningHub.get;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.server.PathContainer;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.JsonNode;
import uk.earlyhelphub.api.described.ForWhom;
import uk.earlyhelphub.api.described.GivesProblems;

/** The description that a running Hub serves, as far as it can be held against its answers. */
final class Description {
    private static final String ANY = "any";

    private final JsonNode served;
    private final Map<String, HandlerMethod> endpoints = new HashMap<>();
    private final Map<PathPattern, String> paths = new HashMap<>();

    private Description(JsonNode served) {
        this.served = served;
        CONTEXT.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, endpoint) -> {
                    if (AnnotatedElementUtils.hasAnnotation(endpoint.getMethod(), ForWhom.class)) {
                        mapping.getPatternValues()
                                .forEach(path -> mapping.getMethodsCondition()
                                        .getMethods()
                                        .forEach(method -> endpoints.put(method + " " + path, endpoint)));
                        mapping.getPatternValues()
                                .forEach(path -> paths.put(PathPatternParser.defaultInstance.parse(path), path));
                    }
                });
    }

    static Description served() {
        return new Description(get("omar", "/v3/api-docs").json());
    }

    /** The path of the operation that gave an answer; nothing if it came from elsewhere. */
    Optional<String> operation(AnswersGiven.Given given) {
        if (endpoints.containsKey(given.method() + " " + given.path())) {
            return Optional.of(given.path());
        }
        var sent = PathContainer.parsePath(given.path());
        return paths.keySet().stream()
                .filter(pattern -> pattern.matches(sent))
                .sorted()
                .map(PathPattern::getPatternString)
                .filter(path -> endpoints.containsKey(given.method() + " " + path))
                .findFirst();
    }

    /** Whether an operation says that it can answer so. */
    boolean names(AnswersGiven.Given given) {
        var path = operation(given).orElseThrow();
        var answer = responses(given.method() + " " + path).path(Integer.toString(given.status()));
        return !answer.isMissingNode() && (given.status() < 400 || codes(answer).contains(given.code()));
    }

    /** Everything that is to be provoked: an operation's own problems there, what all of its shape can give anywhere. */
    Set<String> named() {
        var named = new TreeSet<String>();
        endpoints.forEach((operation, endpoint) -> responses(operation)
                .properties()
                .forEach(answer -> codes(resolved(answer.getValue()))
                        .forEach(code -> named.add((own(endpoint).contains(code) ? operation : ANY) + " "
                                + answer.getKey() + " " + code))));
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
        var parts = operation.split(" ", 2);
        var answers = served.path("paths")
                .path(parts[1])
                .path(parts[0].toLowerCase(java.util.Locale.ROOT))
                .path("responses");
        if (answers.isMissingNode()) {
            throw new AssertionError("The description lacks " + operation);
        }
        return answers;
    }

    private Set<String> codes(JsonNode answer) {
        var codes = new HashSet<String>();
        resolved(answer).path("x-problem-codes").forEach(code -> codes.add(code.asString()));
        return codes;
    }

    private JsonNode resolved(JsonNode answer) {
        var reference = answer.path("$ref").asString("");
        return reference.isEmpty() ? answer : served.at(reference.substring(1));
    }

    private static List<String> own(HandlerMethod endpoint) {
        var own = AnnotatedElementUtils.findMergedAnnotation(endpoint.getMethod(), GivesProblems.class);
        return own == null
                ? List.of()
                : Stream.of(own.invalid(), own.forbidden(), own.unknown(), own.conflict(), own.tooOften(), own.notNow())
                        .flatMap(Arrays::stream)
                        .toList();
    }
}
