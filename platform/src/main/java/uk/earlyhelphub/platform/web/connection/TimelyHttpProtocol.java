package uk.earlyhelphub.platform.web.connection;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioEndpoint;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat's HTTP/1.1 with a limit on the time in which a request must have arrived whole. Tomcat's own time-outs begin anew with
 * every byte, so that a byte now and then holds a connection for ever.
 */
public final class TimelyHttpProtocol extends Http11NioProtocol {
    private final Receptions receptions;
    private @Nullable ScheduledExecutorService watch;

    /** Made by Tomcat, by the name of this class. */
    public TimelyHttpProtocol() {
        this(new Receptions());
    }

    private TimelyHttpProtocol(Receptions receptions) {
        super(new CountingEndpoint(receptions));
        this.receptions = receptions;
        getEndpoint().setHandler(new ReceivingHandler(getHandler(), receptions));
    }

    /**
     * @param receiveWithin from the first byte of a request to its last
     * @param connectionsPerAddress how many one address may hold; behind a proxy they are all the proxy's
     */
    public void limits(Duration receiveWithin, int connectionsPerAddress) {
        receptions.limits(receiveWithin, connectionsPerAddress);
    }

    @Override
    public void start() throws Exception {
        super.start();
        var every = Math.clamp(receptions.limit().toMillis() / 8, 50, 1_000);
        watch = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("http-reception").factory());
        watch.scheduleWithFixedDelay(
                () -> receptions.sweep(getEndpoint().getConnections()), every, every, TimeUnit.MILLISECONDS);
    }

    @Override
    public void destroy() throws Exception {
        if (watch != null) {
            watch.shutdownNow();
        }
        super.destroy();
    }

    /** Closes the connections that an address opens beyond its number. */
    private static final class CountingEndpoint extends NioEndpoint {
        private final Receptions receptions;

        CountingEndpoint(Receptions receptions) {
            this.receptions = receptions;
        }

        @Override
        protected boolean setSocketOptions(SocketChannel socket) {
            if (!receptions.hasRoomFor(address(socket))) {
                destroySocket(socket);
                return false;
            }
            if (!super.setSocketOptions(socket)) {
                return false;
            }
            var connection = connections.get(socket);
            if (connection != null) {
                receptions.of(connection);
            }
            return true;
        }

        private static String address(SocketChannel socket) {
            try {
                return socket.getRemoteAddress() instanceof InetSocketAddress from
                        ? from.getAddress().getHostAddress()
                        : "";
            } catch (IOException e) {
                return "";
            }
        }
    }
}
