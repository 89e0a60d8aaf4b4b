package uk.earlyhelphub.standalone.description;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import uk.earlyhelphub.api.CommandHeaders;
import uk.earlyhelphub.api.KeyHeaders;
import uk.earlyhelphub.api.described.GivesProblems;

/** The problem codes that an operation can give, by status: what its shape brings with it, and what it says of itself. */
final class ProblemsOf {
    /** Whatever is asked. */
    static final SortedMap<Integer, List<String>> ALWAYS = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    400,
                    List.of(
                            "api-version-not-supported",
                            "correlation-shape",
                            "key-shape",
                            "request-not-understood",
                            "unknown-parameter",
                            "value-out-of-range",
                            "version-shape")),
            Map.entry(401, List.of("access-ended", "not-signed-in")),
            Map.entry(403, List.of("no-organisation", "one-role")),
            Map.entry(404, List.of("not-found")),
            Map.entry(405, List.of("method-not-allowed")),
            Map.entry(406, List.of("not-acceptable")),
            Map.entry(408, List.of("too-slow")),
            Map.entry(429, List.of("too-many-at-once")),
            Map.entry(500, List.of("unexpected")),
            Map.entry(503, List.of("issuer-unreachable", "not-now"))));

    private static final Map<Integer, List<String>> WITH_PARAMETERS =
            Map.of(400, List.of("missing-parameter", "parameter-twice", "wrong-type"));
    private static final Map<Integer, List<String>> WITH_A_BODY = Map.of(
            400,
            List.of(
                    "date-range",
                    "invalid-fields",
                    "list-size",
                    "not-json",
                    "number-range",
                    "text-characters",
                    "text-length",
                    "unknown-field",
                    "wrong-type"),
            413,
            List.of("body-too-large"),
            415,
            List.of("not-json"));
    private static final Map<Integer, List<String>> WITH_A_KEY = Map.of(422, List.of("idempotency-key-reused"));
    private static final Map<Integer, List<String>> WITH_A_VERSION =
            Map.of(409, List.of("changed-meanwhile"), 412, List.of("version-is-stale"));

    private ProblemsOf() {}

    /** Whether it takes a parameter of this type. */
    static boolean takes(HandlerMethod endpoint, Class<?> type) {
        return Stream.of(endpoint.getMethodParameters())
                .anyMatch(p -> p.getParameterType().equals(type));
    }

    static SortedMap<Integer, SortedSet<String>> endpoint(HandlerMethod endpoint) {
        var codes = new TreeMap<Integer, SortedSet<String>>();
        add(codes, ALWAYS);
        if (takesWith(endpoint, RequestParam.class) || takesWith(endpoint, ModelAttribute.class)) {
            add(codes, WITH_PARAMETERS);
        }
        if (takesWith(endpoint, RequestBody.class)) {
            add(codes, WITH_A_BODY);
        }
        if (takes(endpoint, CommandHeaders.class)) {
            add(codes, WITH_A_KEY);
            add(codes, WITH_A_VERSION);
        }
        if (takes(endpoint, KeyHeaders.class)) {
            add(codes, WITH_A_KEY);
        }
        addOwn(codes, endpoint.getBeanType());
        addOwn(codes, endpoint.getMethod());
        return codes;
    }

    /** Those that it says of itself, beyond what all of its kind share. */
    static SortedMap<Integer, SortedSet<String>> own(HandlerMethod endpoint) {
        var codes = new TreeMap<Integer, SortedSet<String>>();
        var own = AnnotatedElementUtils.findMergedAnnotation(endpoint.getMethod(), GivesProblems.class);
        if (own != null) {
            add(codes, own);
        }
        return codes;
    }

    private static boolean takesWith(HandlerMethod endpoint, Class<? extends Annotation> kind) {
        return Stream.of(endpoint.getMethodParameters())
                .anyMatch((MethodParameter p) -> p.hasParameterAnnotation(kind));
    }

    private static void addOwn(SortedMap<Integer, SortedSet<String>> codes, AnnotatedElement element) {
        MergedAnnotations.from(element, SearchStrategy.TYPE_HIERARCHY).stream(GivesProblems.class)
                .map(found -> found.synthesize())
                .forEach(own -> add(codes, own));
    }

    private static void add(SortedMap<Integer, SortedSet<String>> codes, GivesProblems more) {
        add(codes, 400, more.invalid());
        add(codes, 403, more.forbidden());
        add(codes, 404, more.unknown());
        add(codes, 409, more.conflict());
        add(codes, 429, more.tooOften());
        add(codes, 503, more.notNow());
    }

    private static void add(SortedMap<Integer, SortedSet<String>> codes, Map<Integer, List<String>> more) {
        more.forEach((status, list) -> add(codes, status, list.toArray(String[]::new)));
    }

    private static void add(SortedMap<Integer, SortedSet<String>> codes, int status, String... more) {
        if (more.length > 0) {
            codes.computeIfAbsent(status, s -> new TreeSet<>()).addAll(List.of(more));
        }
    }
}
