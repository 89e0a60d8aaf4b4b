package uk.earlyhelphub.query.proof;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.earlyhelphub.proof.Finding;
import uk.earlyhelphub.proof.Hash;
import uk.earlyhelphub.proof.SignedCheckpoint;
import uk.earlyhelphub.proof.WitnessKey;

/**
 * Somebody outside who is shown every checkpoint with proof that the log only grew (C2SP tlog-witness, add-checkpoint). They
 * hold what nobody here can take back. Only an answer that their key signed counts, and it is kept. For one thread.
 */
final class Witness {
    private static final Logger LOG = LoggerFactory.getLogger(Witness.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long LONGEST_ANSWER = 1 << 16;

    private final URI address;
    private final WitnessKey key;
    private final ReplicatedLog log;
    private final HttpClient http;
    private long acknowledged;
    private volatile @Nullable String trouble;
    private volatile @Nullable Finding accusation;
    private volatile @Nullable Instant seenAt;

    /**
     * Where a witness is, and by what it is known.
     *
     * @param prefix to which {@code /add-checkpoint} is added
     */
    record Address(URI prefix, WitnessKey key) {}

    Witness(Address address, ReplicatedLog log, HttpClient http) {
        this.address = URI.create(address.prefix().toString().replaceAll("/$", "") + "/add-checkpoint");
        this.key = address.key();
        this.log = log;
        this.http = http;
    }

    String name() {
        return key.name();
    }

    /** What keeps it from being told, or nothing. */
    @Nullable
    String trouble() {
        return trouble;
    }

    /** What it can prove against this log, or nothing. */
    @Nullable
    Finding accusation() {
        return accusation;
    }

    /** When it last saw a checkpoint, by its own clock. */
    @Nullable
    Instant seenAt() {
        return seenAt;
    }

    /** Shows it a checkpoint. What fails is shown again with the next one. Answers whether it signed. */
    boolean show(SignedCheckpoint checkpoint) throws InterruptedException {
        try {
            var answer = send(checkpoint);
            if (answer.statusCode() == 409) {
                var theirs = size(answer.body());
                if (theirs > checkpoint.checkpoint().size()) {
                    accuse(theirs, checkpoint.checkpoint().size());
                    return false;
                }
                acknowledged = theirs;
                answer = send(checkpoint);
            }
            if (answer.statusCode() != 200) {
                trouble = "answered " + answer.statusCode();
                return false;
            }
            var witnessed = key.verify(answer.body(), checkpoint);
            log.keepWitnessed(witnessed.note());
            acknowledged = checkpoint.checkpoint().size();
            seenAt = witnessed.seenAt();
            trouble = null;
            return true;
        } catch (SignedCheckpoint.Forged e) {
            trouble = e.getMessage();
        } catch (IOException | IllegalArgumentException e) {
            trouble = e.getClass().getSimpleName();
        }
        return false;
    }

    private void accuse(long theirs, long ours) {
        trouble = "has seen a longer log";
        accusation = new Finding(
                Finding.Kind.ROLLED_BACK,
                "witness " + name(),
                "it saw a log of " + theirs + " events, and here are " + ours + ": this log was put back");
        LOG.error("THE PROOF LOG WAS ROLLED BACK: {}", accusation);
    }

    private static long size(String answer) {
        var text = answer.strip();
        if (!text.matches("0|[1-9]\\d{0,18}")) {
            throw new IllegalArgumentException("A size is a number");
        }
        return Long.parseLong(text);
    }

    /** The time limit is over the whole answer, so that a trickle cannot hold the thread; nor can an endless one fill the memory. */
    private HttpResponse<String> send(SignedCheckpoint checkpoint) throws IOException, InterruptedException {
        var body = new StringBuilder("old ").append(acknowledged).append('\n');
        if (acknowledged > 0) {
            log.consistency(acknowledged, checkpoint.checkpoint().size()).path().stream()
                    .map(Hash::toBase64)
                    .forEach(hash -> body.append(hash).append('\n'));
        }
        body.append('\n').append(checkpoint.note());
        var request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        var answer = http.sendAsync(
                request, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofString(), LONGEST_ANSWER));
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("took too long", e);
        } catch (ExecutionException e) {
            throw new IOException("no answer", e.getCause());
        } finally {
            answer.cancel(true);
        }
    }
}
