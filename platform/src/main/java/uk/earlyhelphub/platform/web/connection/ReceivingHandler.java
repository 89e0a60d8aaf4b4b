package uk.earlyhelphub.platform.web.connection;

import java.io.IOException;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Stands between the connections and Tomcat's processing of requests, and keeps the books of {@link Receptions}. A connection
 * whose request was answered unread is not closed at once, because the sender, still sending, might then lose the answer: what
 * still comes is thrown away without holding a thread.
 */
final class ReceivingHandler implements Handler<NioChannel> {
    private static final int READS_AT_A_TIME = 16;

    private final Handler<NioChannel> tomcat;
    private final Receptions receptions;

    ReceivingHandler(Handler<NioChannel> tomcat, Receptions receptions) {
        this.tomcat = tomcat;
        this.receptions = receptions;
    }

    @Override
    public SocketState process(SocketWrapperBase<NioChannel> connection, SocketEvent event) {
        var reception = receptions.of(connection);
        if (reception.lingers()) {
            return event == SocketEvent.OPEN_READ ? throwAway(connection) : SocketState.CLOSED;
        }
        if (event == SocketEvent.OPEN_READ) {
            reception.arriving();
        }
        var state = ScopedValue.where(Reception.CURRENT, reception).call(() -> tomcat.process(connection, event));
        if (state == SocketState.OPEN) {
            reception.idle();
        }
        if (state == SocketState.CLOSED && reception.lingers() && saidGoodbye(connection)) {
            return throwAway(connection);
        }
        return state;
    }

    private static boolean saidGoodbye(SocketWrapperBase<NioChannel> connection) {
        try {
            var channel = connection.getSocket().getIOChannel();
            if (connection.isClosed() || channel == null) {
                return false;
            }
            channel.shutdownOutput();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static SocketState throwAway(SocketWrapperBase<NioChannel> connection) {
        try {
            var sink = new byte[8192];
            for (int n = 0; n < READS_AT_A_TIME; n++) {
                var read = connection.read(false, sink, 0, sink.length);
                if (read < 0) {
                    return SocketState.CLOSED;
                }
                if (read == 0) {
                    break;
                }
            }
            connection.registerReadInterest();
            return SocketState.LONG;
        } catch (IOException e) {
            return SocketState.CLOSED;
        }
    }

    @Override
    public Object getGlobal() {
        return tomcat.getGlobal();
    }

    @Override
    public void release(SocketWrapperBase<NioChannel> connection) {
        receptions.forget(connection);
        tomcat.release(connection);
    }

    @Override
    public void pause() {
        tomcat.pause();
    }

    @Override
    public void recycle() {
        tomcat.recycle();
    }
}
