package uk.earlyhelphub.query.proof;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import uk.earlyhelphub.proof.ConsistencyProof;
import uk.earlyhelphub.proof.Hash;
import uk.earlyhelphub.proof.SignedCheckpoint;
import uk.earlyhelphub.proof.WitnessKey;

/** A witness that checks what it is shown, and signs what it saw. */
class TestWitness implements AutoCloseable {
    static final long SEEN_AT = 1_790_000_000L;
    private static final String NAME = "witness.test/w1";

    final List<SignedCheckpoint> seen = new CopyOnWriteArrayList<>();
    final List<Integer> answers = new CopyOnWriteArrayList<>();
    private final KeyPair pair = pair();
    private final HttpServer server;

    TestWitness() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/add-checkpoint", this::answer);
        server.start();
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] typed() {
        var encoded = pair.getPublic().getEncoded();
        var typed = new byte[33];
        typed[0] = 4;
        System.arraycopy(encoded, encoded.length - 32, typed, 1, 32);
        return typed;
    }

    private byte[] id() throws GeneralSecurityException {
        var sha = MessageDigest.getInstance("SHA-256");
        sha.update((NAME + "\n").getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(sha.digest(typed()), 4);
    }

    WitnessKey key() throws GeneralSecurityException {
        return WitnessKey.parse(NAME + "+" + HexFormat.of().formatHex(id()) + "+"
                + Base64.getEncoder().encodeToString(typed()));
    }

    Witness.Address address() throws GeneralSecurityException {
        return new Witness.Address(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"), key());
    }

    String cosigned(SignedCheckpoint checkpoint) throws GeneralSecurityException {
        var note = checkpoint.note();
        var text = "cosignature/v1\ntime " + SEEN_AT + "\n" + note.substring(0, note.lastIndexOf("\n\n") + 1);
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(text.getBytes(StandardCharsets.UTF_8));
        var bytes = ByteBuffer.allocate(76).put(id()).putLong(SEEN_AT).put(signature.sign());
        return "\u2014 " + NAME + " " + Base64.getEncoder().encodeToString(bytes.array()) + "\n";
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var known = seen.isEmpty() ? 0 : seen.getLast().checkpoint().size();
        var parts = body.split("\n\n", 2);
        var lines = parts[0].split("\n");
        try {
            if (!lines[0].equals("old " + known)) {
                send(exchange, 409, known + "\n");
                return;
            }
            var next = SignedCheckpoint.verify(parts[1], ProofFixture.KEY.publicKey());
            var path = Arrays.stream(lines).skip(1).map(Hash::fromBase64).toList();
            if (known > 0
                    && !new ConsistencyProof(known, next.checkpoint().size(), path)
                            .proves(
                                    seen.getLast().checkpoint().root(),
                                    next.checkpoint().root())) {
                send(exchange, 422, "");
                return;
            }
            seen.add(next);
            reply(exchange, next);
        } catch (SignedCheckpoint.Forged | GeneralSecurityException _) {
            send(exchange, 403, "");
        }
    }

    /** What it answers when all is well. */
    void reply(HttpExchange exchange, SignedCheckpoint next) throws IOException, GeneralSecurityException {
        send(exchange, 200, cosigned(next));
    }

    void send(HttpExchange exchange, int status, String body) throws IOException {
        answers.add(status);
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
