package uk.earlyhelphub.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Who is calling, for endpoints and whatever they ask. It is found out before anything else of a request under {@code /api} is
 * looked at, so that nobody without a good token, or whose access has ended, learns what was wrong with their body.
 */
@Component
public final class Callers implements HandlerInterceptor {
    private final CallerResolver resolver;

    Callers(CallerResolver resolver) {
        this.resolver = resolver;
    }

    /**
     * Who sent the request that this thread answers.
     *
     * @throws IllegalStateException if it answers none, or none under {@code /api}
     */
    public Caller current() {
        if (RequestContextHolder.currentRequestAttributes() instanceof ServletRequestAttributes attributes
                && attributes.getRequest().getAttribute(CallerResolver.CALLER) instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("Nobody calls here");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // An answer that is written later comes by here twice, and is the same caller's.
        if (handler instanceof HandlerMethod && request.getAttribute(CallerResolver.CALLER) == null) {
            resolver.resolve(request);
        }
        return true;
    }
}
