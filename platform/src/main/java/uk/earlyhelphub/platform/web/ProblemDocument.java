package uk.earlyhelphub.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import uk.earlyhelphub.events.kernel.Rule;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.commands.RefusedOnRecord;
import uk.earlyhelphub.platform.commands.TooOften;

/**
 * One answer as RFC 9457 has it: a stable code, the fields at fault with the rule each breaks, and a {@code type} that leads to a
 * help page. Everything that is answered as a problem is made here.
 *
 * @param faults the fields at fault; may be empty
 * @param recorded whether the refusal itself is on record
 * @param retryAfter when it is worth trying again, if that is known
 */
record ProblemDocument(
        int status,
        String code,
        String detail,
        List<FieldFault> faults,
        boolean recorded,
        @Nullable Duration retryAfter) {

    /** One field at fault. */
    record FieldFault(String field, String rule, String message) {}

    static ProblemDocument of(EdgeCode reason) {
        return of(reason, reason.says());
    }

    static ProblemDocument of(EdgeCode reason, String detail) {
        return new ProblemDocument(reason.status(), reason.code(), detail, List.of(), false, null);
    }

    static ProblemDocument of(Rule rule, String detail) {
        return new ProblemDocument(status(rule.kind()), rule.code(), detail, List.of(), false, null);
    }

    /** One field breaks a rule. */
    static ProblemDocument of(Rule rule, String field, String detail) {
        return new ProblemDocument(
                status(rule.kind()),
                rule.code(),
                detail,
                List.of(new FieldFault(field, rule.code(), detail)),
                false,
                null);
    }

    static ProblemDocument of(Refused refused) {
        var field = refused.field();
        var faults = field == null
                ? List.<FieldFault>of()
                : List.of(new FieldFault(field, refused.code(), refused.detail()));
        return new ProblemDocument(status(refused.kind()), refused.code(), refused.detail(), faults, false, null);
    }

    static ProblemDocument of(RefusedOnRecord refused) {
        return new ProblemDocument(status(Rule.Kind.CONFLICT), refused.code(), refused.detail(), List.of(), true, null);
    }

    static ProblemDocument of(TooOften e) {
        return new ProblemDocument(
                HttpStatus.TOO_MANY_REQUESTS.value(), e.limit().code(), e.detail(), List.of(), false, e.retryAfter());
    }

    /** What was refused before or beside any endpoint, of which only the HTTP status is known. */
    static ProblemDocument of(int status) {
        if (status == HttpStatus.NOT_FOUND.value()) {
            return of(Refused.unknown());
        }
        if (status == HttpStatus.UNSUPPORTED_MEDIA_TYPE.value()) {
            return of(EdgeRule.NOT_JSON, "This address takes JSON: send Content-Type: application/json.")
                    .withStatus(status);
        }
        if (status == HttpStatus.NOT_IMPLEMENTED.value()) {
            // A kind of request that the server itself does not know, such as CONNECT, is no fault of the service.
            return of(EdgeCode.METHOD_NOT_ALLOWED);
        }
        for (var reason : EdgeCode.values()) {
            if (reason.status() == status) {
                return of(reason);
            }
        }
        var problem = status >= 500
                ? of(EdgeCode.UNEXPECTED)
                : of(EdgeRule.REQUEST_NOT_UNDERSTOOD, "The request was not understood.");
        return problem.withStatus(status);
    }

    private static int status(Rule.Kind kind) {
        return (switch (kind) {
                    case INVALID -> HttpStatus.BAD_REQUEST;
                    case FORBIDDEN -> HttpStatus.FORBIDDEN;
                    case UNKNOWN -> HttpStatus.NOT_FOUND;
                    case CONFLICT -> HttpStatus.CONFLICT;
                    case STALE -> HttpStatus.PRECONDITION_FAILED;
                    case DIFFERENT_REPEAT -> HttpStatus.UNPROCESSABLE_CONTENT;
                })
                .value();
    }

    private ProblemDocument withStatus(int other) {
        return new ProblemDocument(other, code, detail, faults, recorded, retryAfter);
    }

    ProblemDocument withFaults(List<FieldFault> all) {
        return new ProblemDocument(status, code, detail, List.copyOf(all), recorded, retryAfter);
    }

    ProblemDocument retryAfter(Duration wait) {
        return new ProblemDocument(status, code, detail, faults, recorded, wait);
    }

    private String title() {
        return code.replace('-', ' ');
    }

    private URI type() {
        return URI.create("/problems/" + code);
    }

    /** As an endpoint answers it. */
    ResponseEntity<Object> answer() {
        return answer(HttpHeaders.EMPTY);
    }

    /** As an endpoint answers it, with headers that belong to the status. */
    ResponseEntity<Object> answer(HttpHeaders headers) {
        var body = ProblemDetail.forStatusAndDetail(HttpStatus.valueOf(status), detail);
        body.setType(type());
        body.setTitle(title());
        body.setProperty("code", code);
        if (!faults.isEmpty()) {
            body.setProperty("errors", faults);
        }
        if (recorded) {
            body.setProperty("recorded", true);
        }
        var answer = ResponseEntity.status(status).headers(headers).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (retryAfter != null) {
            answer.header(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()));
        }
        return answer.body(body);
    }

    /** For places before any endpoint: filters and security. The texts are ours and need no escaping. */
    void write(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        if (retryAfter != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()));
        }
        var body = "{\"type\":\"" + type() + "\",\"title\":\"" + title() + "\",\"status\":" + status + ",\"detail\":\""
                + detail + "\",\"code\":\"" + code + "\"}";
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}
