package uk.earlyhelphub.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import uk.earlyhelphub.platform.web.connection.Reception;

/**
 * Reads a request's body whole, up to a limit, so that it can be both understood and recognised when it comes again. It stands
 * behind the check of the token: the body of somebody who is not signed in is not read. While a body is still on its way no
 * thread waits for it.
 */
final class CachedBodyFilter extends OncePerRequestFilter {
    static final int LIMIT = 256 * 1024;
    private static final String BODY = CachedBodyFilter.class.getName();
    private static final String REFUSED = BODY + ".refused";

    /** The request comes back here once its body has arrived. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getAttribute(REFUSED) instanceof Integer status) {
            ProblemDocument.of(status).write(response);
            return;
        }
        if (request.getAttribute(BODY) instanceof byte[] body) {
            chain.doFilter(new CachedRequest(request, body), response);
            return;
        }
        var length = request.getContentLengthLong();
        if (length > LIMIT) {
            ProblemDocument.of(EdgeCode.BODY_TOO_LARGE).write(response);
            return;
        }
        if (length == 0 || (length < 0 && request.getHeader("Transfer-Encoding") == null)) {
            pass(request, new byte[0], response, chain);
            return;
        }
        var arriving = new ArrivingBody(request);
        if (arriving.isHere(length)) {
            pass(request, arriving.bytes(), response, chain);
        } else {
            arriving.waitFor(body -> request.setAttribute(BODY, body), status -> request.setAttribute(REFUSED, status));
        }
    }

    private static void pass(HttpServletRequest request, byte[] body, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Reception.whole();
        request.setAttribute(BODY, body);
        chain.doFilter(new CachedRequest(request, body), response);
    }
}
