package uk.earlyhelphub.query.proof;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.proof.SignedCheckpoint;

/**
 * Somebody outside who is shown every checkpoint with proof that the log only grew (C2SP tlog-witness, add-checkpoint). They
 * hold what nobody here can take back. For one thread.
 */
final class Witness {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI address;
    private final ReplicatedLog log;
    private final HttpClient http;
    private long acknowledged;
    private volatile @Nullable String trouble;

    /** @param address the witness's prefix, to which {@code /add-checkpoint} is added */
    Witness(URI address, ReplicatedLog log, HttpClient http) {
        this.address = URI.create(address.toString().replaceAll("/$", "") + "/add-checkpoint");
        this.log = log;
        this.http = http;
    }

    String name() {
        return address.getHost();
    }

    /** What keeps it from being told, or nothing. */
    @Nullable
    String trouble() {
        return trouble;
    }

    /** Shows it a checkpoint. What fails is shown again with the next one. */
    void show(SignedCheckpoint checkpoint) throws InterruptedException {
        try {
            var answer = send(checkpoint);
            if (answer.statusCode() == 409 && answer.body().strip().matches("\\d{1,18}")) {
                acknowledged = Long.parseLong(answer.body().strip());
                answer = send(checkpoint);
            }
            if (answer.statusCode() == 200) {
                acknowledged = checkpoint.checkpoint().size();
                trouble = null;
            } else {
                trouble = "answered " + answer.statusCode();
            }
        } catch (IOException | IllegalArgumentException e) {
            trouble = e.getClass().getSimpleName();
        }
    }

    private HttpResponse<String> send(SignedCheckpoint checkpoint) throws IOException, InterruptedException {
        var body = new StringBuilder("old ").append(acknowledged).append('\n');
        if (acknowledged > 0) {
            log.consistency(acknowledged, checkpoint.checkpoint().size())
                    .path()
                    .forEach(hash -> body.append(hash.toBase64()).append('\n'));
        }
        body.append('\n').append(checkpoint.note());
        var request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
