package uk.earlyhelphub.command.handling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import uk.earlyhelphub.model.local.LocalLists;
import uk.earlyhelphub.model.local.NoticeVersions;
import uk.earlyhelphub.platform.start.StartRefused;

/**
 * What a Hub is told of its own place.
 *
 * @param noticeVersions a file with the versions of the privacy notice, each with the date from which it was in force, in the form
 *     of the one that comes along; empty for that one
 */
@ConfigurationProperties("hub")
record LocalSettings(@DefaultValue("") String noticeVersions) {

    /** All lists. Throws {@code StartRefused} if one of them cannot be read. */
    LocalLists lists() {
        return new LocalLists(notices());
    }

    private NoticeVersions notices() {
        try {
            return noticeVersions.isBlank()
                    ? NoticeVersions.shipped()
                    : NoticeVersions.of(Files.readString(Path.of(noticeVersions)));
        } catch (IOException | IllegalArgumentException e) {
            throw new StartRefused(
                    "The versions of the privacy notice in " + noticeVersions + " cannot be used: " + e.getMessage()
                            + ".",
                    "Check the file that hub.notice-versions names.",
                    e);
        }
    }
}
