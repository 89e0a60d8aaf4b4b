package uk.earlyhelphub.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running Hub, asked over its API. */
final class Server {
    private static final JsonMapper JSON = JsonMapper.builder().build();

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

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    JsonNode get(String path) throws IOException {
        return send(request(path).GET());
    }

    JsonNode post(String path, String body) throws IOException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) throws IOException {
        var file = java.util.Objects.requireNonNull(token);
        return HttpRequest.newBuilder(URI.create(hub.replaceAll("/$", "") + path))
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", "Bearer " + Files.readString(file).strip());
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException {
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var json = answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
            if (answer.statusCode() >= 400) {
                throw new IOException("The Hub answered " + answer.statusCode() + ": "
                        + json.path("detail").asString("no reason given"));
            }
            return json;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }
}
