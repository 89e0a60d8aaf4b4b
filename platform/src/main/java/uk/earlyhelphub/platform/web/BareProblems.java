package uk.earlyhelphub.platform.web;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** What Tomcat refuses by itself, before any of our code, is a problem like every other. Made by Tomcat, by name. */
public final class BareProblems extends ErrorReportValve {

    /** Made by Tomcat. */
    public BareProblems() {}

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        var status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            SecurityHeaders.write(request, response);
            ProblemDocument.of(status).write(response);
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            // The connection is gone, or the answer has begun: there is nobody to tell.
        }
    }
}
