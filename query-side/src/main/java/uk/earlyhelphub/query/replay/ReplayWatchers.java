package uk.earlyhelphub.query.replay;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import uk.earlyhelphub.api.replay.ReplayJob;
import uk.earlyhelphub.platform.commands.NotNow;
import uk.earlyhelphub.platform.commands.TooOften;

/**
 * Tells whoever follows a replay how far it is. However many follow, the book is asked once for all of them; whoever hung up is
 * noticed at the next sign of life and forgotten.
 */
@Component
@EnableConfigurationProperties(ReplaySettings.class)
final class ReplayWatchers {
    private static final Logger LOG = LoggerFactory.getLogger(ReplayWatchers.class);
    private static final Duration LOOKS_EVERY = Duration.ofMillis(250);
    private static final Duration AT_MOST = Duration.ofMinutes(15);
    private static final int MOST_OF_ONE = 2;
    private static final int MOST = 40;

    private final ReplayBook book;
    private final Duration signOfLifeEvery;
    /** How many follow, by person. */
    private final Map<String, Integer> following = new HashMap<>();
    /** What is followed, by the replay's id. */
    private final Map<String, Watched> watched = new HashMap<>();

    ReplayWatchers(ReplayBook book, ReplaySettings settings) {
        this.book = book;
        this.signOfLifeEvery = settings.signOfLife();
    }

    /** One replay with those who follow it. */
    private static final class Watched {
        private ReplayJob latest;
        private int followers;
        private boolean lost;

        Watched(ReplayJob latest) {
            this.latest = latest;
        }

        synchronized void tell(ReplayJob now) {
            if (!now.equals(latest)) {
                latest = now;
                notifyAll();
            }
        }

        synchronized void lost() {
            lost = true;
            notifyAll();
        }

        /** What is new since then, or the same again after a while. */
        synchronized ReplayJob after(ReplayJob told, Duration atMost) throws InterruptedException {
            if (latest.equals(told) && !lost) {
                wait(atMost.toMillis());
            }
            if (lost) {
                throw new NotNow();
            }
            return latest;
        }
    }

    /** Follows a replay until it ends, or for a quarter of an hour. */
    SseEmitter watch(String person, ReplayJob first) {
        var replay = enter(person, first);
        var emitter = new SseEmitter(AT_MOST.toMillis());
        Thread.ofVirtual().name("replay-progress").start(() -> {
            try {
                follow(emitter, replay, first);
            } finally {
                leave(person, first.id(), replay);
            }
        });
        return emitter;
    }

    private synchronized Watched enter(String person, ReplayJob first) {
        var all = following.values().stream().mapToInt(Integer::intValue).sum();
        if (all >= MOST || following.getOrDefault(person, 0) >= MOST_OF_ONE) {
            throw new TooOften(
                    FollowingLimit.TOO_MANY_STREAMS,
                    "You follow as many replays as one person may. Close one of them first.");
        }
        following.merge(person, 1, Integer::sum);
        var replay = watched.computeIfAbsent(first.id(), id -> {
            var begun = new Watched(first);
            Thread.ofVirtual().name("replay-watch").start(() -> look(id, begun));
            return begun;
        });
        replay.followers++;
        return replay;
    }

    private synchronized void leave(String person, String id, Watched replay) {
        following.computeIfPresent(person, (who, count) -> count == 1 ? null : count - 1);
        replay.followers--;
        if (replay.followers == 0) {
            watched.remove(id, replay);
        }
    }

    private synchronized boolean isFollowed(Watched replay) {
        return replay.followers > 0;
    }

    private void look(String id, Watched replay) {
        try {
            // Whoever began it is counted in a moment: look first, ask afterwards.
            do {
                Thread.sleep(LOOKS_EVERY);
                replay.tell(book.find(id).orElseThrow());
            } while (isFollowed(replay));
        } catch (RuntimeException | InterruptedException e) {
            LOG.warn("A replay cannot be followed any more: {}", e.getClass().getName());
            replay.lost();
        }
    }

    private void follow(SseEmitter emitter, Watched replay, ReplayJob first) {
        var until = System.nanoTime() + AT_MOST.toNanos();
        try {
            var told = first;
            emitter.send(told);
            while (told.endedAt() == null && System.nanoTime() < until) {
                var now = replay.after(told, signOfLifeEvery);
                if (now.equals(told)) {
                    emitter.send(SseEmitter.event().comment("still here"));
                } else {
                    emitter.send(now);
                    told = now;
                }
            }
            emitter.complete();
        } catch (IOException | RuntimeException | InterruptedException e) {
            emitter.completeWithError(e);
        }
    }
}
