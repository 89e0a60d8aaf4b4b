package uk.earlyhelphub.platform.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Answers "there is nothing" only at whole steps of time, counted from when the request was taken up, for reads and commands alike.
 * To find out that a long case is not the caller's takes longer than to find no case; who is told that there is nothing must not
 * learn from the wait that there is something.
 */
@ControllerAdvice
class EvenRefusals implements ResponseBodyAdvice<Object> {
    private static final String SINCE = EvenRefusals.class.getName();

    private final Counter evened;
    private final Duration step;

    EvenRefusals(MeterRegistry metrics, HttpSettings settings) {
        this.step = settings.refusalsInStepsOf();
        this.evened = Counter.builder("hub.refusals.evened")
                .description("Answers that there is nothing, held until the next whole step of time")
                .register(metrics);
    }

    /** Notes when a request was taken up. */
    static void begins(HttpServletRequest request) {
        if (request.getAttribute(SINCE) == null) {
            request.setAttribute(SINCE, System.nanoTime());
        }
    }

    /** How long to wait until the next whole step, in nanoseconds. */
    static long left(long taken, Duration step) {
        var over = Math.floorMod(taken, step.toNanos());
        return over == 0 ? 0 : step.toNanos() - over;
    }

    @Override
    public boolean supports(MethodParameter type, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter type,
            MediaType written,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (request instanceof ServletServerHttpRequest asked
                && response instanceof ServletServerHttpResponse answered
                && answered.getServletResponse().getStatus() == HttpStatus.NOT_FOUND.value()
                && asked.getServletRequest().getAttribute(SINCE) instanceof Long since) {
            var until = System.nanoTime();
            until += left(until - since, step);
            for (var rest = until - System.nanoTime(); rest > 0; rest = until - System.nanoTime()) {
                LockSupport.parkNanos(rest);
            }
            evened.increment();
        }
        return body;
    }
}
