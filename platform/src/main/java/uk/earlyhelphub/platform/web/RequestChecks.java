package uk.earlyhelphub.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.servlet.HandlerInterceptor;
import uk.earlyhelphub.platform.commands.Refused;

/**
 * Refuses, before an endpoint does anything, a request for the headers of an answer alone, one whose answer its sender could not read, and one with a parameter that
 * the endpoint does not know: a misspelt filter must not answer with everything.
 */
final class RequestChecks implements HandlerInterceptor {
    private static final Pattern FIT_TO_REPEAT = Pattern.compile("[A-Za-z]{1,24}");
    private static final List<MediaType> ANSWERS =
            List.of(MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON);

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeNotAcceptableException, HttpRequestMethodNotSupportedException {
        EvenRefusals.begins(request);
        // A look is on record before anything is shown; one that shows nothing would be on record for nothing.
        if (request.getMethod().equals("HEAD")) {
            throw new HttpRequestMethodNotSupportedException("HEAD", List.of("GET"));
        }
        if (handler instanceof HandlerMethod endpoint) {
            requireKnown(request, known.computeIfAbsent(endpoint.getMethod(), m -> parameters(endpoint)));
            requireReadable(request, endpoint);
        }
        return true;
    }

    private static void requireKnown(HttpServletRequest request, Set<String> known) {
        for (var parameter : request.getParameterMap().entrySet()) {
            var name = FIT_TO_REPEAT.matcher(parameter.getKey()).matches() ? parameter.getKey() : "";
            if (!known.contains(parameter.getKey())) {
                throw Refused.by(
                        EdgeRule.UNKNOWN_PARAMETER,
                        name,
                        known.isEmpty()
                                ? "This address takes no parameters."
                                : "There is no such parameter here. This address takes: " + String.join(", ", known)
                                        + ".");
            }
            if (parameter.getValue().length > 1) {
                throw Refused.by(EdgeRule.PARAMETER_TWICE, name, "Send this parameter once.");
            }
        }
    }

    private static Set<String> parameters(HandlerMethod endpoint) {
        var names = new TreeSet<String>();
        for (MethodParameter parameter : endpoint.getMethodParameters()) {
            var asked = parameter.getParameterAnnotation(RequestParam.class);
            if (asked != null) {
                names.add(asked.name());
            }
            if (parameter.hasParameterAnnotation(ModelAttribute.class)) {
                Arrays.stream(parameter.getParameterType().getRecordComponents())
                        .map(RecordComponent::getName)
                        .forEach(names::add);
            }
        }
        return Collections.unmodifiableSet(names);
    }

    /** An endpoint that names what it produces was matched by that already, and one that writes for itself negotiates nothing. */
    private static void requireReadable(HttpServletRequest request, HandlerMethod endpoint)
            throws HttpMediaTypeNotAcceptableException {
        if (endpoint.isVoid()) {
            return;
        }
        try {
            var accepted = MediaType.parseMediaTypes(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
            var readable = accepted.isEmpty()
                    || accepted.stream()
                            .anyMatch(type -> type.getQualityValue() > 0
                                    && (producesIts(endpoint, type)
                                            || ANSWERS.stream().anyMatch(type::isCompatibleWith)));
            if (!readable) {
                throw new HttpMediaTypeNotAcceptableException(ANSWERS);
            }
        } catch (InvalidMediaTypeException e) {
            throw new HttpMediaTypeNotAcceptableException("The Accept header says nothing");
        }
    }

    private static boolean producesIts(HandlerMethod endpoint, MediaType accepted) {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(endpoint.getMethod(), RequestMapping.class);
        var exchange = AnnotatedElementUtils.findMergedAnnotation(endpoint.getMethod(), HttpExchange.class);
        return Stream.concat(
                        mapping == null ? Stream.of() : Arrays.stream(mapping.produces()),
                        exchange == null ? Stream.of() : Arrays.stream(exchange.accept()))
                .map(MediaType::parseMediaType)
                .anyMatch(accepted::isCompatibleWith);
    }
}
