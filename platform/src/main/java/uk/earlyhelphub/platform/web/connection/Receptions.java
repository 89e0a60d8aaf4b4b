package uk.earlyhelphub.platform.web.connection;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** Every open connection with what it is doing, and how many each address holds. */
final class Receptions {
    private final Map<SocketWrapperBase<NioChannel>, Reception> open = new ConcurrentHashMap<>();
    private final Map<String, Integer> perAddress = new ConcurrentHashMap<>();
    private volatile Duration limit = Duration.ofSeconds(10);
    private volatile int mostPerAddress = Integer.MAX_VALUE;

    void limits(Duration receiveWithin, int connectionsPerAddress) {
        limit = receiveWithin;
        mostPerAddress = connectionsPerAddress;
    }

    Duration limit() {
        return limit;
    }

    boolean hasRoomFor(String address) {
        return perAddress.getOrDefault(address, 0) < mostPerAddress;
    }

    Reception of(SocketWrapperBase<NioChannel> connection) {
        return open.computeIfAbsent(connection, c -> {
            var address = String.valueOf(c.getRemoteAddr());
            perAddress.merge(address, 1, Integer::sum);
            return new Reception(address, limit);
        });
    }

    void forget(SocketWrapperBase<NioChannel> connection) {
        var gone = open.remove(connection);
        if (gone != null) {
            perAddress.computeIfPresent(gone.address(), (address, count) -> count == 1 ? null : count - 1);
        }
    }

    /** Cuts off whoever took too long. */
    void sweep(Set<SocketWrapperBase<NioChannel>> connected) {
        connected.forEach(connection -> {
            var reception = of(connection);
            var lastWord = reception.lastWord();
            if (lastWord != null) {
                lastWord.run();
            } else if (reception.toBeCut()) {
                cut(connection);
            }
        });
        // A connection may have closed between being seen and being noted.
        open.keySet().stream()
                .filter(c -> !connected.contains(c) && c.isClosed())
                .toList()
                .forEach(this::forget);
    }

    /**
     * To whoever reads from it the connection then looks as if the sender had gone, and is closed in the ordinary way: closing
     * it from here would pull it from under a thread at work.
     */
    private static void cut(SocketWrapperBase<NioChannel> connection) {
        try {
            var channel = connection.getSocket().getIOChannel();
            if (channel != null && channel.isOpen()) {
                channel.shutdownInput();
            }
        } catch (IOException | IllegalStateException e) {
            connection.close();
        }
    }
}
