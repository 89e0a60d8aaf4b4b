package uk.earlyhelphub.platform.web.connection;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/** Tells the connection when a request needs no more bytes, and when its answer was given without reading it. */
public final class ReceptionValve extends ValveBase {
    private static final int MOST_DISCARDED = 64 * 1024;

    /** The first of Tomcat's valves. */
    public ReceptionValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (!Reception.CURRENT.isBound()) {
            getNext().invoke(request, response);
            return;
        }
        var reception = Reception.CURRENT.get();
        if (isRead(request)) {
            reception.received();
        }
        getNext().invoke(request, response);
        if (request.isAsync()) {
            return;
        }
        reception.answered();
        if (response.getStatus() >= 400 && !restIsHere(request)) {
            if (!response.isCommitted()) {
                response.setHeader("Connection", "close");
            }
            request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            reception.linger();
        }
    }

    private static boolean isRead(Request request) {
        if (!hasBody(request)) {
            return true;
        }
        var read = new AtomicBoolean();
        request.getCoyoteRequest().action(ActionCode.REQUEST_BODY_FULLY_READ, read);
        return read.get();
    }

    private static boolean hasBody(Request request) {
        try {
            return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
        } catch (NumberFormatException e) {
            // Tomcat has refused a length that is no number, and reads nothing.
            return false;
        }
    }

    /** Throws away what has arrived, without waiting for more. */
    private static boolean restIsHere(Request request) throws IOException {
        if (isRead(request)) {
            return true;
        }
        try {
            var body = request.getInputStream();
            var sink = new byte[8192];
            for (int discarded = 0; discarded < MOST_DISCARDED && body.available() > 0; ) {
                var read = body.read(sink);
                if (read < 0) {
                    return true;
                }
                discarded += read;
            }
            return isRead(request);
        } catch (IOException | IllegalStateException e) {
            return false;
        }
    }
}
