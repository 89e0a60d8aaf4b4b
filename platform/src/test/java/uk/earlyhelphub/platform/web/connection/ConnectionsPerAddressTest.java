package uk.earlyhelphub.platform.web.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real server, and real connections from two addresses of this machine. */
class ConnectionsPerAddressTest {
    private static final int MOST = 4;

    @TempDir
    private Path folder = Path.of("");

    private final Tomcat server = new Tomcat();
    private final List<Socket> open = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        var protocol = new TimelyHttpProtocol();
        protocol.limits(Duration.ofSeconds(30), MOST);
        var connector = new Connector(protocol);
        connector.setPort(0);
        server.setBaseDir(folder.toString());
        server.getService().addConnector(connector);
        server.setConnector(connector);
        server.addContext("", folder.toString());
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        for (var socket : open) {
            socket.close();
        }
        server.stop();
        server.destroy();
    }

    private Socket connected(String from) throws IOException {
        var socket = new Socket(
                InetAddress.getByName("127.0.0.1"),
                server.getConnector().getLocalPort(),
                InetAddress.getByName(from),
                0);
        open.add(socket);
        return socket;
    }

    /** An answer, which has no body; empty if the other side hung up. */
    private static String asked(Socket socket) {
        try {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            var answer = new byte[512];
            var read = socket.getInputStream().read(answer);
            return read < 0 ? "" : new String(answer, 0, read, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    @Test
    void one_address_holds_so_many_connections_and_no_more_and_another_has_room() throws Exception {
        for (var n = 0; n < MOST; n++) {
            assertThat(asked(connected("127.0.0.1"))).startsWith("HTTP/1.1 404");
        }
        assertThat(asked(connected("127.0.0.1"))).as("one too many").isEmpty();
        assertThat(asked(connected("127.0.0.2"))).startsWith("HTTP/1.1 404");
        assertThat(asked(open.getFirst())).as("those that are open stay open").startsWith("HTTP/1.1 404");
    }

    @Test
    void a_connection_that_is_closed_makes_room() throws Exception {
        for (var n = 0; n < MOST; n++) {
            assertThat(asked(connected("127.0.0.1"))).startsWith("HTTP/1.1 404");
        }
        open.getFirst().close();
        await().untilAsserted(() -> assertThat(asked(connected("127.0.0.1"))).startsWith("HTTP/1.1 404"));
    }
}
