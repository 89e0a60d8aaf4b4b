package uk.earlyhelphub.platform.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/**
 * Answers requests that nobody is signed in to, and counts them. The log says once a minute how many there were, never what
 * was in them.
 */
@Component
final class SignIn implements AuthenticationEntryPoint, AuthenticationFailureHandler, AccessDeniedHandler {
    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
    private static final Duration SAID_EVERY = Duration.ofMinutes(1);

    private final Clock clock;
    private final Counter refused;
    private final Counter unreachable;
    private long unsaid;
    private Instant lastSaid = Instant.MIN;

    SignIn(Clock clock, MeterRegistry metrics) {
        this.clock = clock;
        this.refused = Counter.builder("hub.sign.ins.refused")
                .description("Requests without a token, or with one that is not good")
                .register(metrics);
        this.unreachable = Counter.builder("hub.issuer.unreachable")
                .description("Tokens that could not be checked because the issuer's keys could not be had")
                .register(metrics);
    }

    /** Without a token, or with a bad one. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        refused.increment();
        say();
        response.setHeader("WWW-Authenticate", "Bearer");
        ProblemDocument.of(EdgeCode.NOT_SIGNED_IN).write(response);
    }

    /** With a token that is bad, or that cannot be checked just now. */
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e) throws IOException {
        if (!(e instanceof AuthenticationServiceException)) {
            commence(request, response, e);
            return;
        }
        unreachable.increment();
        LOG.error("A token could not be checked: the issuer's keys cannot be had");
        LOG.debug("Issuer", e);
        ProblemDocument.of(EdgeCode.ISSUER_UNREACHABLE)
                .retryAfter(Duration.ofSeconds(10))
                .write(response);
    }

    /** Signed in, but not among those who run the Hub. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        ProblemDocument.of(EdgeRule.ADMINISTRATORS_ONLY, "This is for whoever runs the Hub: the role ADMINISTRATOR.")
                .write(response);
    }

    private synchronized void say() {
        unsaid++;
        var now = clock.instant();
        if (lastSaid.plus(SAID_EVERY).isBefore(now)) {
            LOG.warn("{} requests came without a good token since this was last said", unsaid);
            unsaid = 0;
            lastSaid = now;
        }
    }
}
