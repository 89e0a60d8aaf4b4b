package uk.earlyhelphub.query.proof;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import uk.earlyhelphub.platform.engine.Background;
import uk.earlyhelphub.proof.Finding;

/** Shows every witness what was signed last, each at its own pace. */
final class Witnesses {
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final ReplicatedLog log;
    private final List<Witness> witnesses;
    private final List<Background> showing;

    Witnesses(List<Witness.Address> addresses, ReplicatedLog log) {
        this.log = log;
        var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        this.witnesses = addresses.stream().map(a -> new Witness(a, log, http)).toList();
        this.showing = witnesses.stream()
                .map(witness -> new Background("proof-witness-" + witness.name(), AGAIN, new Showing(witness)))
                .toList();
    }

    List<Background> background() {
        return showing;
    }

    void start() {
        showing.forEach(Background::start);
    }

    /** Says that something was signed. */
    void look() {
        showing.forEach(Background::look);
    }

    void stop() {
        showing.forEach(Background::stop);
    }

    Map<String, String> troubles() {
        var troubles = new TreeMap<String, String>();
        for (var witness : witnesses) {
            var trouble = witness.trouble();
            if (trouble != null) {
                troubles.put("witness " + witness.name(), trouble);
            }
        }
        return troubles;
    }

    /** What they can prove against the log. */
    List<Finding> accusations() {
        return witnesses.stream()
                .flatMap(w -> Stream.ofNullable(w.accusation()))
                .toList();
    }

    private final class Showing implements Runnable {
        private final Witness witness;
        private long told = -1;

        Showing(Witness witness) {
            this.witness = witness;
        }

        @Override
        public void run() {
            var newest = log.newest();
            if (newest.isPresent() && newest.get().checkpoint().size() != told) {
                try {
                    told = witness.show(newest.get())
                            ? newest.get().checkpoint().size()
                            : -1;
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
