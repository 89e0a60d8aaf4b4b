package uk.earlyhelphub.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
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
import uk.earlyhelphub.platform.commands.Refused.Kind;
import uk.earlyhelphub.platform.commands.RefusedOnRecord;

/**
 * Answers whatever goes wrong as RFC 9457 problems: a stable code, the fields at fault with the rule each breaks, and a
 * {@code type} that leads to a help page. What was sent is never repeated.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final Map<Kind, HttpStatus> STATUS = Map.of(
            Kind.INVALID, HttpStatus.BAD_REQUEST,
            Kind.SIGNED_OUT, HttpStatus.UNAUTHORIZED,
            Kind.FORBIDDEN, HttpStatus.FORBIDDEN,
            Kind.UNKNOWN, HttpStatus.NOT_FOUND,
            Kind.CONFLICT, HttpStatus.CONFLICT,
            Kind.STALE, HttpStatus.PRECONDITION_FAILED,
            Kind.DIFFERENT_REPEAT, HttpStatus.UNPROCESSABLE_CONTENT,
            Kind.TOO_OFTEN, HttpStatus.TOO_MANY_REQUESTS,
            Kind.NOT_NOW, HttpStatus.SERVICE_UNAVAILABLE);

    private static final String NOT_A_VALUE = "This is not a value it can take.";
    private final ObjectProvider<FaultGuard> guards;

    Problems(ObjectProvider<FaultGuard> guards) {
        this.guards = guards;
    }

    /** The answer to a stranger who sent something wrong: the same as if it had been right. */
    private @Nullable ResponseEntity<ProblemDetail> insteadOf(HttpServletRequest request) {
        if (!(request.getAttribute(CallerResolver.CALLER) instanceof Caller caller)) {
            return null;
        }
        try {
            guards.forEach(guard -> guard.beforeTelling(request, caller));
            return null;
        } catch (Refused notTheirs) {
            return refused(notTheirs);
        } catch (DataAccessException | TransactionException e) {
            return notNow(e, request);
        }
    }

    private @Nullable ResponseEntity<Object> insteadOf(WebRequest request) {
        var other = request instanceof ServletWebRequest web ? insteadOf(web.getRequest()) : null;
        return other == null
                ? null
                : ResponseEntity.status(other.getStatusCode())
                        .headers(other.getHeaders())
                        .body(other.getBody());
    }

    /** One field at fault. */
    record FieldFault(String field, String rule, String message) {}

    @ExceptionHandler
    ResponseEntity<ProblemDetail> ruleBroken(Refused e, HttpServletRequest request) {
        var other = e.kind() == Kind.INVALID ? insteadOf(request) : null;
        return other == null ? refused(e) : other;
    }

    private static ResponseEntity<ProblemDetail> refused(Refused e) {
        if (e.kind() == Kind.NOT_NOW) {
            return notNow(String.valueOf(e.getMessage()));
        }
        var problem =
                problem(STATUS.getOrDefault(e.kind(), HttpStatus.CONFLICT), e.code(), String.valueOf(e.getMessage()));
        if (e.field() != null) {
            problem.setProperty("errors", List.of(new FieldFault(e.field(), e.code(), String.valueOf(e.getMessage()))));
        }
        return e.kind() == Kind.TOO_OFTEN
                ? ResponseEntity.status(problem.getStatus())
                        .header(HttpHeaders.RETRY_AFTER, "60")
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(problem)
                : answer(problem);
    }

    /** The caller learns the rule, and the history keeps that they asked. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> onRecord(RefusedOnRecord e) {
        var problem = problem(HttpStatus.CONFLICT, e.rule(), String.valueOf(e.getMessage()));
        problem.setProperty("recorded", true);
        return answer(problem);
    }

    /** A version of the API that is not answered. */
    @ExceptionHandler({InvalidApiVersionException.class, NotAcceptableApiVersionException.class})
    ResponseEntity<ProblemDetail> otherVersion() {
        var problem = fault(
                ApiVersions.HEADER,
                "api-version-not-supported",
                "This version of the API is not answered. Ask for one of: " + String.join(", ", ApiVersions.SUPPORTED)
                        + ".");
        problem.setProperty("supported", ApiVersions.SUPPORTED);
        return answer(problem);
    }

    /** The store, the vault or the access log cannot be reached: nothing was done and nothing is shown. */
    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<ProblemDetail> notNow(Exception e, HttpServletRequest request) {
        if (EdgeRefusals.isAboutAValue(e)) {
            LOG.error("{} brought a value that no store takes", request.getMethod());
            return answer(problem(
                    HttpStatus.BAD_REQUEST,
                    "value-out-of-range",
                    "One of the values sent is none that this service can keep or look for. Nothing was stored."));
        }
        LOG.error(
                "{} could not be answered: {}",
                request.getMethod(),
                e.getClass().getName());
        LOG.debug("Not now", e);
        return notNow("This cannot be answered safely just now. Nothing was lost; try again in a moment.");
    }

    private static ResponseEntity<ProblemDetail> notNow(String detail) {
        return ResponseEntity.status(503)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem(HttpStatus.SERVICE_UNAVAILABLE, "not-now", detail));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> badValue(MethodArgumentTypeMismatchException e) {
        return answer(fault(e.getName(), "wrong-type", NOT_A_VALUE));
    }

    /**
     * A bug of ours: the log has the place, the caller gets no detail. An answer that has begun is broken off, so that nobody
     * takes a part for the whole.
     */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception e, HttpServletResponse response) throws Exception {
        if (response.isCommitted()) {
            throw e;
        }
        var place = e.getStackTrace().length == 0 ? "" : e.getStackTrace()[0].toString();
        LOG.error("Unexpected {} at {}", e.getClass().getName(), place);
        LOG.debug("Unexpected", e);
        return answer(problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "unexpected",
                "Something went wrong on our side. Nothing was stored by this request."));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var other = insteadOf(request);
        if (other != null) {
            return other;
        }
        var faults = new ArrayList<FieldFault>();
        e.getBindingResult()
                .getFieldErrors()
                .forEach(f -> faults.add(
                        f.isBindingFailure()
                                ? new FieldFault(f.getField(), "wrong-type", NOT_A_VALUE)
                                : new FieldFault(
                                        f.getField(), rule(f.getCode()), String.valueOf(f.getDefaultMessage()))));
        e.getBindingResult()
                .getGlobalErrors()
                .forEach(g -> faults.add(new FieldFault("", rule(g.getCode()), String.valueOf(g.getDefaultMessage()))));
        var problem = problem(
                HttpStatus.BAD_REQUEST,
                "invalid-fields",
                faults.size() + " of the fields sent break a rule. Nothing was stored.");
        problem.setProperty("errors", faults);
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var other = insteadOf(request);
        if (other != null) {
            return other;
        }
        var problem = unreadable(e.getCause());
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static ProblemDetail unreadable(@Nullable Throwable cause) {
        for (var inner = cause; inner != null; inner = inner.getCause()) {
            if (inner instanceof Refused broken) {
                return fault(String.valueOf(broken.field()), broken.code(), String.valueOf(broken.getMessage()));
            }
        }
        if (cause instanceof UnrecognizedPropertyException e) {
            return fault(path(e), "unknown-field", "There is no such field.");
        }
        if (cause instanceof DatabindException e && !path(e).isEmpty()) {
            return fault(
                    path(e),
                    "wrong-type",
                    "This is not a value it can take, such as a real date or one of the listed words.");
        }
        if (cause instanceof JacksonException e && e.getLocation() != null) {
            return problem(
                    HttpStatus.BAD_REQUEST,
                    "not-json",
                    "The body is not the JSON that is expected here; it goes wrong at line "
                            + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ".");
        }
        return problem(HttpStatus.BAD_REQUEST, "not-json", "The body is missing, or not JSON.");
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
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem(
                        HttpStatus.valueOf(status.value()),
                        EdgeRefusals.code(status.value()),
                        EdgeRefusals.detail(status.value())));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(fault(e.getParameterName(), "missing-parameter", "This address needs this parameter."));
    }

    /** The address was encoded in a way that says nothing. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> garbled(InvalidParameterException e) {
        return answer(problem(HttpStatus.BAD_REQUEST, EdgeRefusals.code(400), EdgeRefusals.detail(400)));
    }

    private static String rule(@Nullable String constraint) {
        return constraint == null
                ? "invalid"
                : constraint.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    }

    private static ProblemDetail fault(String field, String rule, String message) {
        var problem = problem(HttpStatus.BAD_REQUEST, rule, message);
        problem.setProperty("errors", List.of(new FieldFault(field, rule, message)));
        return problem;
    }

    private static ProblemDetail problem(HttpStatus status, String code, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("/problems/" + code));
        problem.setTitle(code.replace('-', ' '));
        problem.setProperty("code", code);
        return problem;
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** For places before any endpoint: filters and security. The texts are ours and need no escaping. */
    static void write(HttpServletResponse response, int status, String code, String detail) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        var body = "{\"type\":\"/problems/" + code + "\",\"title\":\"" + code.replace('-', ' ') + "\",\"status\":"
                + status + ",\"detail\":\"" + detail + "\",\"code\":\"" + code + "\"}";
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}
