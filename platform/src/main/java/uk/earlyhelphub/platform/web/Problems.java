package uk.earlyhelphub.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import uk.earlyhelphub.events.kernel.Rule;
import uk.earlyhelphub.platform.commands.AccessEnded;
import uk.earlyhelphub.platform.commands.NotNow;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.commands.RefusedOnRecord;
import uk.earlyhelphub.platform.commands.TooOften;

/** Answers whatever stops a request that could be read: what a rule refuses, and what cannot be done just now. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final Duration SHORTLY = Duration.ofSeconds(5);
    private final FaultGuards guards;

    Problems(FaultGuards guards) {
        this.guards = guards;
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(Refused e, HttpServletRequest request) {
        var problem = ProblemDocument.of(e);
        return (e.kind() == Rule.Kind.INVALID ? guards.insteadOf(problem, request) : problem).answer();
    }

    @ExceptionHandler
    ResponseEntity<Object> refusedOnRecord(RefusedOnRecord e) {
        return ProblemDocument.of(e).answer();
    }

    @ExceptionHandler
    ResponseEntity<Object> accessEnded(AccessEnded e) {
        return ProblemDocument.of(EdgeCode.ACCESS_ENDED).answer();
    }

    @ExceptionHandler
    ResponseEntity<Object> tooOften(TooOften e) {
        return ProblemDocument.of(e).answer();
    }

    @ExceptionHandler
    ResponseEntity<Object> notNow(NotNow e) {
        return ProblemDocument.of(EdgeCode.NOT_NOW, e.detail())
                .retryAfter(SHORTLY)
                .answer();
    }

    /** The store, the vault or the access log cannot be reached: nothing was done and nothing is shown. */
    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<Object> unreachable(Exception e, HttpServletRequest request) {
        return withoutTheStore(e, request.getMethod()).answer();
    }

    /**
     * A bug of ours: the log has the place, the caller gets no detail. An answer that has begun is broken off, so that nobody
     * takes a part for the whole.
     */
    @ExceptionHandler
    ResponseEntity<Object> unexpected(Exception e, HttpServletResponse response) throws Exception {
        if (response.isCommitted()) {
            throw e;
        }
        var place = e.getStackTrace().length == 0 ? "" : e.getStackTrace()[0].toString();
        LOG.error("Unexpected {} at {}", e.getClass().getName(), place);
        LOG.debug("Unexpected", e);
        return ProblemDocument.of(EdgeCode.UNEXPECTED).answer();
    }

    static ProblemDocument withoutTheStore(Exception e, String method) {
        if (isAboutAValue(e)) {
            LOG.error("{} brought a value that no store takes", method);
            return ProblemDocument.of(
                    EdgeRule.VALUE_OUT_OF_RANGE,
                    "One of the values sent is none that this service can keep or look for. Nothing was stored.");
        }
        LOG.error("{} could not be answered: {}", method, e.getClass().getName());
        LOG.debug("Not now", e);
        return ProblemDocument.of(EdgeCode.NOT_NOW).retryAfter(SHORTLY);
    }

    /** Whether the database refused a value as such, which no second try will change (SQL's class 22, data exceptions). */
    private static boolean isAboutAValue(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && sql.getSQLState().startsWith("22")) {
                return true;
            }
        }
        return false;
    }
}
