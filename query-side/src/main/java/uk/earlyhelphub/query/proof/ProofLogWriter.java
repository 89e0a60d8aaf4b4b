package uk.earlyhelphub.query.proof;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import uk.earlyhelphub.platform.engine.CommitSignal;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.EventPosition;
import uk.earlyhelphub.platform.engine.Signal;
import uk.earlyhelphub.platform.start.StartRefused;
import uk.earlyhelphub.proof.LogKey;
import uk.earlyhelphub.proof.LogPlace;
import uk.earlyhelphub.proof.LoggedLeaf;
import uk.earlyhelphub.proof.SignedCheckpoint;

/**
 * Keeps the proof log: reads the store behind the writers, whom it never delays, adds each event's hash, and signs. Before it
 * begins it holds the store against what was signed, and refuses to start over a history that lost something.
 */
final class ProofLogWriter implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ProofLogWriter.class);
    private static final int PAGE = 1000;

    /**
     * How a log is kept.
     *
     * @param every the most time between a new event and the checkpoint over it
     * @param compareEvery how often everything stored is held against the log
     */
    record Settings(LogKey key, List<Path> folders, List<URI> witnesses, Duration every, Duration compareEvery) {}

    private final Settings settings;
    private final EventLog store;
    private final CommitSignal tail;
    private final Signal signings;
    private final Clock clock;
    private final ReplicatedLog log;
    private final StoreComparisonJob held;
    private final List<Witness> witnesses;
    private final Signal stopping = new Signal();
    private volatile boolean running;
    private volatile @Nullable String trouble;
    private volatile @Nullable Instant signedAt;
    private final List<Thread> threads = new ArrayList<>();

    /** Opens the log. Throws {@link StartRefused} if it, or the store, is not what was signed. */
    ProofLogWriter(Settings settings, EventLog store, CommitSignal tail, Signal signings, Clock clock) {
        this.settings = settings;
        this.store = store;
        this.tail = tail;
        this.signings = signings;
        this.clock = clock;
        this.log = open(settings);
        this.held = new StoreComparisonJob(log, store, clock);
        var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        this.witnesses = settings.witnesses().stream()
                .map(uri -> new Witness(uri, log, http))
                .toList();
        try {
            held.requireNothingLost();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static ReplicatedLog open(Settings settings) {
        try {
            return ReplicatedLog.open(settings.key(), settings.folders());
        } catch (LogPlace.Altered | LogPlace.InUse | IOException e) {
            throw new StartRefused(
                    "The proof log cannot be used: " + e.getMessage() + ".", StoreComparisonJob.RUNBOOK, e);
        }
    }

    @Override
    public void start() {
        running = true;
        threads.add(Thread.ofPlatform().daemon().name("proof-log").start(this::keep));
        threads.add(Thread.ofPlatform().daemon().name("proof-comparison").start(this::compareNowAndThen));
        for (var witness : witnesses) {
            threads.add(Thread.ofPlatform().daemon().name("proof-witness").start(() -> tell(witness)));
        }
    }

    private void keep() {
        var unsigned = log.size() > log.signed();
        var lastSigned = System.nanoTime();
        while (running) {
            var seen = tail.seen();
            try {
                var added = readOn();
                unsigned |= added > 0;
                var since = Duration.ofNanos(System.nanoTime() - lastSigned);
                if (unsigned && since.compareTo(settings.every()) >= 0) {
                    log.sign();
                    signedAt = clock.instant();
                    lastSigned = System.nanoTime();
                    unsigned = false;
                    signings.signal();
                }
                trouble = null;
                if (added < PAGE) {
                    var rest = settings.every().minusNanos(System.nanoTime() - lastSigned);
                    tail.await(unsigned ? tail.seen() : seen, unsigned && rest.isPositive() ? rest : settings.every());
                }
            } catch (InterruptedException _) {
                return;
            } catch (IOException | RuntimeException e) {
                trouble = e.getClass().getSimpleName();
                LOG.warn("The proof log cannot go on and will try again: {}", trouble);
                LOG.debug("Proof log", e);
                if (!pause(Duration.ofSeconds(1))) {
                    return;
                }
            }
        }
    }

    private int readOn() throws IOException {
        var rows = store.storedAfter(StoredHistory.position(log.last()), PAGE);
        if (!rows.isEmpty()) {
            log.add(rows.stream()
                    .map(StoredHistory::leaf)
                    .map(leaf -> new LoggedLeaf(leaf.hash(), leaf.position()))
                    .toList());
        }
        return rows.size();
    }

    private boolean pause(Duration time) {
        try {
            tail.await(tail.seen(), time);
            return true;
        } catch (InterruptedException _) {
            return false;
        }
    }

    private void tell(Witness witness) {
        var told = -1L;
        while (running) {
            var seen = signings.seen();
            var newest = log.newest();
            try {
                if (newest.isPresent() && newest.get().checkpoint().size() != told) {
                    witness.show(newest.get());
                    told = witness.trouble() == null ? newest.get().checkpoint().size() : -1;
                }
                signings.await(seen, witness.trouble() == null ? Duration.ofMinutes(1) : Duration.ofSeconds(5));
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private void compareNowAndThen() {
        while (running) {
            try {
                held.compare();
            } catch (IOException | RuntimeException e) {
                LOG.warn(
                        "What is stored could not be compared with the proof log: {}",
                        e.getClass().getSimpleName());
            }
            try {
                stopping.await(0, settings.compareEvery());
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    /** How the log stands. */
    record Standing(
            long size,
            @Nullable Instant signedAt,
            Map<String, String> troubles,
            StoreComparisonJob.@Nullable Comparison compared) {}

    Standing standing() {
        var troubles = new TreeMap<>(log.troubles());
        var own = trouble;
        if (own != null) {
            troubles.put("log", own);
        }
        for (var witness : witnesses) {
            var theirs = witness.trouble();
            if (theirs != null) {
                troubles.put("witness " + witness.name(), theirs);
            }
        }
        return new Standing(log.signed(), signedAt, troubles, held.compared());
    }

    /** How long the oldest event that is stored and not signed for has waited; zero if there is none. */
    Duration unsignedFor(Instant now) {
        try {
            var from = log.signed() == 0
                    ? uk.earlyhelphub.proof.LeafPosition.START
                    : log.leaf(log.signed() - 1).position();
            return store.storedAfter(StoredHistory.position(from), 1).stream()
                    .findFirst()
                    .map(row -> Duration.between(row.recordedAt(), now))
                    .filter(Duration::isPositive)
                    .orElse(Duration.ZERO);
        } catch (IOException _) {
            return Duration.ZERO;
        }
    }

    ReplicatedLog log() {
        return log;
    }

    /** What compares the store with the log. */
    StoreComparisonJob held() {
        return held;
    }

    /** How many places the log is kept in, and how many witnesses see it. */
    int copies() {
        return settings.folders().size() + witnesses.size();
    }

    /** Waits until the event at a position is signed for; answers the checkpoint, or null if the time is up. */
    @Nullable
    SignedCheckpoint awaitSigned(EventPosition position, Duration atMost) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            var seen = signings.seen();
            var newest = log.newest();
            if (newest.isPresent()
                    && log.index(StoredHistory.position(position)).isPresent()) {
                return newest.get();
            }
            var left = Duration.ofNanos(deadline - System.nanoTime());
            if (!left.isPositive()) {
                return null;
            }
            signings.await(seen, left);
        }
    }

    @Override
    public void stop() {
        running = false;
        held.stop();
        tail.signal();
        signings.signal();
        stopping.signal();
        for (var thread : threads) {
            try {
                thread.join(Duration.ofSeconds(10));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
        close();
    }

    private void close() {
        try {
            log.close();
        } catch (IOException e) {
            LOG.warn("The proof log could not be closed: {}", e.getClass().getSimpleName());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 150;
    }
}
