package uk.earlyhelphub.platform.web;

import java.util.ArrayList;
import java.util.Locale;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.accept.InvalidApiVersionException;
import org.springframework.web.accept.NotAcceptableApiVersionException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import uk.earlyhelphub.api.ApiVersions;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.web.ProblemDocument.FieldFault;

/** Answers requests that cannot be read, or are not what the address takes. What was sent is never repeated. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestFaults extends ResponseEntityExceptionHandler {
    private static final String NOT_A_VALUE = "This is not a value it can take.";
    private final FaultGuards guards;

    RequestFaults(FaultGuards guards) {
        this.guards = guards;
    }

    private ResponseEntity<Object> unlessAStranger(ProblemDocument problem, WebRequest request) {
        return (request instanceof ServletWebRequest web ? guards.insteadOf(problem, web.getRequest()) : problem)
                .answer();
    }

    @ExceptionHandler
    ResponseEntity<Object> badValue(MethodArgumentTypeMismatchException e) {
        return ProblemDocument.of(EdgeRule.WRONG_TYPE, e.getName(), NOT_A_VALUE).answer();
    }

    /** A version of the API that is not answered. */
    @ExceptionHandler({InvalidApiVersionException.class, NotAcceptableApiVersionException.class})
    ResponseEntity<Object> otherVersion() {
        return ProblemDocument.of(
                        EdgeRule.API_VERSION_NOT_SUPPORTED,
                        ApiVersions.HEADER,
                        "This version of the API is not answered. Ask for one of: "
                                + String.join(", ", ApiVersions.SUPPORTED) + ".")
                .answer();
    }

    /** The address was encoded in a way that says nothing. */
    @ExceptionHandler
    ResponseEntity<Object> garbled(InvalidParameterException e) {
        return ProblemDocument.of(400).answer();
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var faults = new ArrayList<FieldFault>();
        e.getBindingResult()
                .getFieldErrors()
                .forEach(f -> faults.add(
                        f.isBindingFailure()
                                ? new FieldFault(f.getField(), EdgeRule.WRONG_TYPE.code(), NOT_A_VALUE)
                                : new FieldFault(
                                        f.getField(), constraint(f.getCode()), String.valueOf(f.getDefaultMessage()))));
        e.getBindingResult()
                .getGlobalErrors()
                .forEach(g ->
                        faults.add(new FieldFault("", constraint(g.getCode()), String.valueOf(g.getDefaultMessage()))));
        var problem = ProblemDocument.of(
                EdgeRule.INVALID_FIELDS, faults.size() + " of the fields sent break a rule. Nothing was stored.");
        return unlessAStranger(problem.withFaults(faults), request);
    }

    private static String constraint(@Nullable String name) {
        return name == null
                ? "invalid"
                : name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return unlessAStranger(unreadable(e.getCause()), request);
    }

    private static ProblemDocument unreadable(@Nullable Throwable cause) {
        for (var inner = cause; inner != null; inner = inner.getCause()) {
            if (inner instanceof Refused broken) {
                return ProblemDocument.of(broken);
            }
        }
        if (cause instanceof UnrecognizedPropertyException e) {
            return ProblemDocument.of(EdgeRule.UNKNOWN_FIELD, path(e), "There is no such field.");
        }
        if (cause instanceof DatabindException e && !path(e).isEmpty()) {
            return ProblemDocument.of(
                    EdgeRule.WRONG_TYPE,
                    path(e),
                    "This is not a value it can take, such as a real date or one of the listed words.");
        }
        if (cause instanceof JacksonException e && e.getLocation() != null) {
            return ProblemDocument.of(
                    EdgeRule.NOT_JSON,
                    "The body is not the JSON that is expected here; it goes wrong at line "
                            + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ".");
        }
        return ProblemDocument.of(EdgeRule.NOT_JSON, "The body is missing, or not JSON.");
    }

    private static String path(JacksonException e) {
        var path = new StringBuilder();
        e.getPath().forEach(p -> {
            if (p.getPropertyName() == null) {
                path.append('[').append(p.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(p.getPropertyName());
            }
        });
        return path.toString();
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return ProblemDocument.of(
                        EdgeRule.MISSING_PARAMETER, e.getParameterName(), "This address needs this parameter.")
                .answer();
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return ProblemDocument.of(status.value()).answer(headers);
    }
}
