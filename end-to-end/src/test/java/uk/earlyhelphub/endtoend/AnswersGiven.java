package uk.earlyhelphub.endtoend;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerMapping;

/** Hears, in front of everything else, what the Hub answers to all that the journeys send. */
final class AnswersGiven implements Filter {
    private static final Pattern CODE = Pattern.compile("\"code\"\\s*:\\s*\"([a-z0-9-]+)\"");
    private static final int BEGINNING = 16_384;

    private final Set<Given> given = ConcurrentHashMap.newKeySet();

    /**
     * One kind of answer.
     *
     * @param path as the Hub maps it, or as it was sent if it did not come that far
     * @param code of the problem; empty if it was none
     */
    record Given(String method, String path, int status, String code) {}

    /** In front of everything, and again where an answer is written later, or by the container's way of errors. */
    FilterRegistrationBean<AnswersGiven> first() {
        var filter = new FilterRegistrationBean<>(this);
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
        filter.setAsyncSupported(true);
        return filter;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var heard = new Heard((HttpServletResponse) response);
        chain.doFilter(request, heard);
        var code = heard.code();
        // What is answered later, and an error that nobody has written yet, come by here a second time.
        if (request.isAsyncStarted()) {
            return;
        }
        if (heard.getStatus() < 400 || code != null || heard.isCommitted()) {
            var answer = new Given(
                    ((HttpServletRequest) request).getMethod(),
                    path((HttpServletRequest) request),
                    heard.getStatus(),
                    code == null ? "" : code);
            if (given.add(answer)) {
                ClassesRun.leave(answer);
            }
        }
    }

    private static String path(HttpServletRequest request) {
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (failed != null) {
            return failed.toString();
        }
        var mapped = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return mapped == null ? request.getRequestURI() : mapped.toString();
    }

    /** Passes everything on, and keeps the beginning of a problem. */
    private static final class Heard extends HttpServletResponseWrapper {
        private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();

        Heard(HttpServletResponse response) {
            super(response);
        }

        @Nullable
        String code() {
            var type = getContentType();
            if (type == null || !type.startsWith("application/problem+json")) {
                return null;
            }
            var found = CODE.matcher(beginning.toString(StandardCharsets.UTF_8));
            return found.find() ? found.group(1) : null;
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            var to = super.getOutputStream();
            return new ServletOutputStream() {
                @Override
                public boolean isReady() {
                    return to.isReady();
                }

                @Override
                public void setWriteListener(WriteListener listener) {
                    to.setWriteListener(listener);
                }

                @Override
                public void write(int b) throws IOException {
                    keep(new byte[] {(byte) b}, 0, 1);
                    to.write(b);
                }

                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    keep(bytes, from, length);
                    to.write(bytes, from, length);
                }

                @Override
                public void flush() throws IOException {
                    to.flush();
                }

                @Override
                public void close() throws IOException {
                    to.close();
                }
            };
        }

        private void keep(byte[] bytes, int from, int length) {
            if (getStatus() >= 400 && beginning.size() < BEGINNING) {
                beginning.write(bytes, from, Math.min(length, BEGINNING - beginning.size()));
            }
        }
    }
}
