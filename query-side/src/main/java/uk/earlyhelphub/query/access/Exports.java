package uk.earlyhelphub.query.access;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.api.FileContent;
import uk.earlyhelphub.events.ids.AccessId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.recordaccess.RefusedBecause;
import uk.earlyhelphub.personaldata.AccessLedger;
import uk.earlyhelphub.personaldata.LoggedAccess;
import uk.earlyhelphub.platform.commands.TooOften;
import uk.earlyhelphub.platform.web.Caller;

/**
 * The one way for records to leave the Hub as a file: it is on record before the first byte, with its purpose and the day on
 * which the copy must be gone, and again when all of it was handed over, with its checksum.
 */
@Component
@EnableConfigurationProperties(ExportSettings.class)
public class Exports {
    private static final Logger LOG = LoggerFactory.getLogger(Exports.class);
    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final Duration WINDOW = Duration.ofHours(1);

    private final AccessLedger ledger;
    private final Clock clock;
    private final int mostInAnHour;
    private final Map<String, Deque<Instant>> recent = new ConcurrentHashMap<>();

    Exports(AccessLedger ledger, Clock clock, ExportSettings settings) {
        this.ledger = ledger;
        this.clock = clock;
        this.mostInAnHour = settings.mostInAnHour();
    }

    /**
     * What is exported.
     *
     * @param referral the one case that it is about, or none
     * @param selection by what it is narrowed down; never personal data
     * @param expiresInDays for how many days the copy may be kept
     */
    public record Asked(
            Caller caller,
            Purpose purpose,
            @Nullable ReferralId referral,
            String view,
            String format,
            List<String> selection,
            int expiresInDays) {}

    /** Writes the file's content and answers how many entries it wrote. */
    public interface Content {
        long writeTo(OutputStream out, LoggedAccess access) throws IOException;
    }

    /**
     * Hands a file over: it is on record when this returns, and written afterwards. To read is the act, so the same request sent
     * again is the same export: it has one entry and one id, and that it was handed over is recorded each time. What is in the file
     * is what the history holds then. Throws a broken rule if the caller exports too often. If it cannot be written to its end, no
     * delivery is recorded, and the connection is broken off.
     *
     * @param fileName the name to keep it under
     */
    public ResponseEntity<FileContent> hand(Asked asked, MediaType type, String fileName, Content content) {
        requireNotTooOften(asked);
        var expiresOn = LocalDate.ofInstant(clock.instant(), ZONE).plusDays(asked.expiresInDays());
        var access = ledger.exported(
                asked.caller().envelope(asked.purpose()),
                new AccessId(asked.caller().derived("export")),
                asked.referral(),
                asked.view(),
                asked.format(),
                asked.selection(),
                expiresOn);
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + "\"")
                .header("X-Export-Id", access.accessId())
                .header("X-Export-Expires-On", expiresOn.toString())
                .body(out -> deliver(asked, access, content, out));
    }

    private void deliver(Asked asked, LoggedAccess access, Content content, OutputStream to) throws IOException {
        var digest = sha256();
        var out = new DigestOutputStream(to, digest);
        var entries = content.writeTo(out, access);
        out.flush();
        ledger.delivered(
                Reading.reader(asked.caller(), asked.purpose()),
                access,
                asked.referral(),
                entries,
                HexFormat.of().formatHex(digest.digest()));
    }

    private void requireNotTooOften(Asked asked) {
        var now = clock.instant();
        var mine = recent.computeIfAbsent(asked.caller().actor().id(), id -> new ArrayDeque<>());
        synchronized (mine) {
            while (!mine.isEmpty() && mine.getFirst().isBefore(now.minus(WINDOW))) {
                mine.removeFirst();
            }
            if (mine.size() < mostInAnHour) {
                mine.addLast(now);
                return;
            }
        }
        LOG.warn(
                "ALERT too-many-exports: {} exported {} times within an hour",
                asked.caller().actor().id(),
                mostInAnHour);
        ledger.refused(
                Reading.reader(asked.caller(), asked.purpose()),
                asked.referral(),
                asked.view(),
                RefusedBecause.TOO_OFTEN);
        throw new TooOften(
                ExportLimit.TOO_MANY_EXPORTS,
                "You have exported " + mostInAnHour
                        + " files within an hour. Wait, or ask for one file with more in it.");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
