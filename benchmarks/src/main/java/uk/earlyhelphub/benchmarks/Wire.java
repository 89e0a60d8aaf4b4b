package uk.earlyhelphub.benchmarks;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One kept-alive connection for each worker, so light that what is measured is the server. */
final class Wire {
    private final Socket socket;
    private final BufferedInputStream in;
    private boolean last;

    Wire(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** The body of a good answer, or nothing. */
    @Nullable
    String send(String method, String path, String token, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        socket.getOutputStream()
                .write((method + " " + path + " HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer " + token
                                + "\r\nContent-Type: application/json\r\nContent-Length: " + bytes.length
                                + "\r\n\r\n" + body)
                        .getBytes(StandardCharsets.UTF_8));
        var status = line();
        var length = -1;
        for (var header = line(); !header.isEmpty(); header = line()) {
            // A server closes a connection now and then, after a hundred requests for example, and says so.
            last |= header.equalsIgnoreCase("connection: close");
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        var answer = length >= 0 ? in.readNBytes(length) : chunks();
        return status.startsWith("HTTP/1.1 2") ? new String(answer, StandardCharsets.UTF_8) : null;
    }

    private byte[] chunks() throws IOException {
        var all = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            all.write(in.readNBytes(size));
            line();
        }
        line();
        return all.toByteArray();
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("The server hung up");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    /** Whether the server said that this connection ends here; then it is closed. */
    boolean ended() throws IOException {
        if (last) {
            socket.close();
        }
        return last;
    }
}
