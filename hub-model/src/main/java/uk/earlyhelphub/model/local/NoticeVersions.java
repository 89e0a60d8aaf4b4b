package uk.earlyhelphub.model.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Which versions of the privacy notice there are, and since when. Whoever agrees has been told what they agree to (UK GDPR Art
 * 4(11), 7(1), 13), so that an answer names a version that was in force by its day. An earlier version counts after a later one
 * came, because that is what the family may have been given.
 */
public final class NoticeVersions {
    private static final int LONGEST_NAME = 40;

    private final Map<String, LocalDate> since;

    private NoticeVersions(Map<String, LocalDate> since) {
        this.since = Map.copyOf(since);
    }

    /** Those that come along with this release. */
    public static NoticeVersions shipped() {
        try (var stream =
                Objects.requireNonNull(NoticeVersions.class.getResourceAsStream("/local/notice-versions.txt"))) {
            return of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("This release has no versions of the privacy notice", e);
        }
    }

    /**
     * The versions of a file, one a line: its name without spaces, the date from which it was in force, and a remark if wanted.
     * Lines that begin with {@code #} are skipped.
     *
     * @throws IllegalArgumentException if a line has no name or no date, a name comes twice or is longer than 40 characters, or
     *     there is no version at all
     */
    public static NoticeVersions of(String file) {
        var since = new LinkedHashMap<String, LocalDate>();
        for (var line : file.lines().map(String::strip).toList()) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                var parts = line.split("\\s+", 3);
                if (parts.length < 2 || parts[0].length() > LONGEST_NAME) {
                    throw new IllegalArgumentException("Not a version and a date: " + line);
                }
                if (since.putIfAbsent(parts[0], date(parts[1], line)) != null) {
                    throw new IllegalArgumentException("This version is there twice: " + parts[0]);
                }
            }
        }
        if (since.isEmpty()) {
            throw new IllegalArgumentException("There is no version of the privacy notice on file");
        }
        return new NoticeVersions(since);
    }

    private static LocalDate date(String text, String line) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            throw new IllegalArgumentException("Not a version and a date: " + line);
        }
    }

    /** Since when a version was in force; nothing if there is none of that name. */
    public Optional<LocalDate> since(String version) {
        return Optional.ofNullable(since.get(version));
    }

    /** Whether a version had come into force by a day. */
    public boolean inForceBy(String version, LocalDate day) {
        return since(version).filter(from -> !from.isAfter(day)).isPresent();
    }

    /** Every version that had come into force by a day, the newest first. */
    public List<String> inForceBy(LocalDate day) {
        return since.entrySet().stream()
                .filter(e -> !e.getValue().isAfter(day))
                .sorted(Map.Entry.<String, LocalDate>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .toList();
    }
}
