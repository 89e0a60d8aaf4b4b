package uk.earlyhelphub.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.filter.OncePerRequestFilter;

/** How many requests of one caller are worked on at the same time, so that one caller cannot take all the threads there are. */
final class CallerLimitFilter extends OncePerRequestFilter {
    private final int most;
    private final Map<String, Integer> running = new ConcurrentHashMap<>();

    CallerLimitFilter(int most) {
        this.most = most;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caller = request.getUserPrincipal() == null
                ? ""
                : request.getUserPrincipal().getName();
        if (caller.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        if (running.merge(caller, 1, Integer::sum) > most) {
            leave(caller);
            ProblemDocument.of(EdgeCode.TOO_MANY_AT_ONCE)
                    .retryAfter(Duration.ofSeconds(1))
                    .write(response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            leave(caller);
        }
    }

    private void leave(String caller) {
        running.computeIfPresent(caller, (name, count) -> count == 1 ? null : count - 1);
    }
}
