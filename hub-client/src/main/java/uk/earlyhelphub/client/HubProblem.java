package uk.earlyhelphub.client;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import uk.earlyhelphub.api.Problem;

/** The Hub did not do what it was asked, and says why. */
public final class HubProblem extends RuntimeException {
    private final transient Problem problem;
    private final transient HttpHeaders headers;

    HubProblem(Problem problem, HttpHeaders headers) {
        super(problem.status() + " " + problem.code() + ": " + problem.detail());
        this.problem = problem;
        this.headers = headers;
    }

    /** Whatever stands between the Hub and its client may answer in other words; those have the code {@code no-problem}. */
    static HubProblem of(ClientHttpResponse answer, JsonMapper json) throws IOException {
        var status = answer.getStatusCode().value();
        Problem problem;
        try {
            problem = json.readValue(answer.getBody(), Problem.class);
        } catch (JacksonException e) {
            problem = none(status);
        }
        return new HubProblem(problem.code() == null ? none(status) : problem, answer.getHeaders());
    }

    private static Problem none(int status) {
        return new Problem(
                "about:blank", "no problem", status, "The answer was not the Hub's.", "no-problem", null, null);
    }

    /** What the Hub said. */
    public Problem problem() {
        return problem;
    }

    /** The HTTP status. */
    public int status() {
        return problem.status();
    }

    /** The rule that stood in the way. */
    public String code() {
        return problem.code();
    }

    /** The fields at fault; none if it is not about fields. */
    public List<Problem.FieldFault> faults() {
        return problem.faults();
    }

    /** The headers of the answer. */
    public HttpHeaders headers() {
        return headers;
    }

    /** How long to wait before it makes sense to ask again; nothing if the Hub does not say. */
    public Optional<Duration> retryAfter() {
        var seconds = headers.getFirst(HttpHeaders.RETRY_AFTER);
        return seconds == null || !seconds.matches("\\d{1,6}")
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(Long.parseLong(seconds)));
    }
}
