package uk.earlyhelphub.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.ResourceAccessException;
import picocli.CommandLine.Option;
import uk.earlyhelphub.client.HubClient;
import uk.earlyhelphub.client.HubProblem;

/** A running Hub, asked over its API. */
final class Server {
    @Option(
            names = "--hub",
            paramLabel = "URL",
            defaultValue = "http://localhost:8080",
            description = "The Hub's query side; ${DEFAULT-VALUE} if not given")
    private String hub = "";

    @Option(
            names = "--token-file",
            required = true,
            paramLabel = "FILE",
            description =
                    "A file with your access token; it is never given on the command line, where others could see it")
    private @Nullable Path token;

    private @Nullable HubClient client;

    /**
     * Sends one request to a room of the Hub.
     *
     * @throws IOException with what the Hub says, if it does not do what it is asked or cannot be reached
     */
    <A, T> T ask(Class<A> room, Function<A, ResponseEntity<T>> request) throws IOException {
        try {
            return Objects.requireNonNull(request.apply(client().api(room)).getBody());
        } catch (HubProblem e) {
            throw new IOException(
                    "The Hub answered " + e.status() + ": " + e.problem().detail(), e);
        } catch (ResourceAccessException e) {
            throw new IOException("The Hub cannot be reached", e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private HubClient client() {
        if (client == null) {
            client = HubClient.at(URI.create(hub), this::readToken);
        }
        return client;
    }

    /** Read anew for each request: a replay takes longer than a token lives. */
    private String readToken() {
        try {
            return Files.readString(Objects.requireNonNull(token)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
