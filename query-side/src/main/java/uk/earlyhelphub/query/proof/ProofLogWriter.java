package uk.earlyhelphub.query.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.platform.engine.Background;
import uk.earlyhelphub.platform.engine.CommitSignal;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.EventPosition;
import uk.earlyhelphub.platform.engine.Signal;
import uk.earlyhelphub.platform.engine.StoredEvent;
import uk.earlyhelphub.platform.engine.WorksInBackground;
import uk.earlyhelphub.platform.start.StartRefused;
import uk.earlyhelphub.proof.LogKey;
import uk.earlyhelphub.proof.LogPlace;
import uk.earlyhelphub.proof.LoggedLeaf;
import uk.earlyhelphub.proof.SignedCheckpoint;

/**
 * Keeps the proof log: reads the store behind the writers, whom it never delays, adds each event's hash, and signs. Before it
 * begins it holds the store against what was signed, and refuses to start over a history that lost something.
 */
final class ProofLogWriter implements SmartLifecycle, WorksInBackground {
    private static final Logger LOG = LoggerFactory.getLogger(ProofLogWriter.class);
    private static final int PAGE = 1000;

    private static final Duration WATCHED = Duration.ofSeconds(5);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(1);

    /**
     * How a log is kept.
     *
     * @param every the most time between a new event and the checkpoint over it
     * @param compareWithin within which time everything stored is held against the log, again and again
     * @param alarmAfter how long an event may wait to be signed for before somebody should know
     * @param beginNew why a log is to be begun in empty folders, or nothing
     */
    record Settings(
            LogKey key,
            List<Path> folders,
            List<Witness.Address> witnesses,
            Duration every,
            Duration compareWithin,
            Duration alarmAfter,
            String beginNew) {}

    private final Settings settings;
    private final EventLog store;
    private final CommitSignal tail;
    private final Signal signings;
    private final Clock clock;
    private final ReplicatedLog log;
    private final StoreComparisonJob held;
    private final ProofWatch watch;
    private final Witnesses witnesses;
    private final Forgeries forgeries = new Forgeries();
    private final Background writing;
    private final Background watching;
    private final Background comparing;
    private volatile @Nullable Instant signedAt;
    private volatile EventPosition passed = EventPosition.START;
    private EventPosition read;
    private boolean unsigned;
    private long lastSigned = System.nanoTime();

    /** Opens the log. Throws {@link StartRefused} if it, or the store, is not what was signed, or if there is none. */
    ProofLogWriter(
            Settings settings, EventLog store, Databases databases, CommitSignal tail, Signal signings, Clock clock) {
        this.settings = settings;
        this.store = store;
        this.tail = tail;
        this.signings = signings;
        this.clock = clock;
        this.log = open(settings, new LogBeginnings(databases.projector(), store, clock, settings.beginNew()));
        this.held = new StoreComparisonJob(log, store, new StoreShape(databases.reader()), forgeries, clock);
        this.watch = new ProofWatch(log, store, databases.reader(), () -> passed, clock, settings.alarmAfter());
        this.witnesses = new Witnesses(settings.witnesses(), log);
        this.unsigned = log.size() > log.signed();
        this.writing = new Background("proof-log", tail, LONGEST_BACK_OFF, this::keep, ProofLogWriter::kind);
        this.watching = new Background("proof-watch", shorter(WATCHED, settings.alarmAfter()), this::look);
        this.comparing = new Background("proof-comparison", Duration.ofSeconds(1), this::compareOn);
        try {
            read = StoredHistory.position(log.last());
            held.requireNothingLost();
            watch.look();
        } catch (RuntimeException e) {
            close();
            throw e;
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(e);
        }
    }

    private void look() {
        watch.look();
        forgeries.lookAgain(store);
    }

    private static ReplicatedLog open(Settings settings, LogBeginnings beginnings) {
        var asked = new AtomicBoolean();
        try {
            var log = ReplicatedLog.open(settings.key(), settings.folders(), () -> {
                beginnings.requireAllowed();
                asked.set(true);
            });
            beginnings.remember(settings.key().publicKey(), asked.get());
            return log;
        } catch (LogPlace.Altered | LogPlace.InUse | IOException e) {
            throw new StartRefused(
                    "The proof log cannot be used: " + e.getMessage() + ".", StoreComparisonJob.RUNBOOK, e);
        }
    }

    @Override
    public void start() {
        writing.start();
        watching.start();
        comparing.start();
        witnesses.start();
    }

    @Override
    public List<Background> background() {
        return Stream.concat(Stream.of(writing, watching, comparing), witnesses.background().stream())
                .toList();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private void compareOn() {
        try {
            if (held.compared() == null) {
                held.compare();
            } else {
                held.roll(settings.compareWithin());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration keep() throws IOException {
        var met = log.full() ? 0 : readOn();
        if (unsigned && !untilItIsTime().isPositive()) {
            log.sign();
            signedAt = clock.instant();
            lastSigned = System.nanoTime();
            unsigned = false;
            signings.signal();
            witnesses.look();
        }
        if (!unsigned) {
            passed = read;
        }
        if (met == PAGE) {
            return Duration.ZERO;
        }
        return unsigned ? untilItIsTime() : settings.every();
    }

    private Duration untilItIsTime() {
        return settings.every().minusNanos(System.nanoTime() - lastSigned);
    }

    private static String kind(Throwable e) {
        return e.getClass() == IOException.class
                ? String.valueOf(e.getMessage())
                : e.getClass().getSimpleName();
    }

    /** Reads on, and takes in what the Hub wrote. Answers how many rows were met. */
    private int readOn() {
        var rows = store.storedAfter(read, PAGE);
        rows.stream().filter(row -> !row.byTheHub()).forEach(forgeries::note);
        var leaves = rows.stream()
                .filter(StoredEvent::byTheHub)
                .map(StoredHistory::leaf)
                .map(leaf -> new LoggedLeaf(leaf.hash(), leaf.position()))
                .toList();
        log.add(leaves);
        unsigned |= !leaves.isEmpty();
        if (!rows.isEmpty()) {
            read = rows.getLast().position();
        }
        return rows.size();
    }

    /** How the log stands. */
    Standing standing() {
        var troubles = new TreeMap<>(log.troubles());
        var own = writing.trouble();
        if (own != null) {
            troubles.put("log", own);
        }
        troubles.putAll(witnesses.troubles());
        return new Standing(
                log.signed(),
                signedAt,
                troubles,
                watch.sight(),
                forgeries.findings(),
                held.compared(),
                held.progress(),
                witnesses.accusations());
    }

    /** What watches what is not signed for. */
    ProofWatch watch() {
        return watch;
    }

    ReplicatedLog log() {
        return log;
    }

    /** What compares the store with the log. */
    StoreComparisonJob held() {
        return held;
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
        held.stop();
        signings.signal();
        comparing.stop();
        watching.stop();
        witnesses.stop();
        writing.stop();
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
        return writing.isRunning();
    }

    @Override
    public int getPhase() {
        return 150;
    }
}
