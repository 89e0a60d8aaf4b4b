package uk.earlyhelphub.command.handling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
 * @param areas the areas that a referral or a service can be for, each up to 60 characters; or else the towns and villages of the
 *     Royal Borough of Windsor and Maidenhead
 * @param teams the teams to which a case can be handed on, each up to 60 characters, spelt as in tokens; or else windsor and
 *     maidenhead
 */
@ConfigurationProperties("hub")
record LocalSettings(
        @DefaultValue("") String noticeVersions,

        @DefaultValue({
            "Ascot",
            "Bisham",
            "Bray",
            "Clewer",
            "Cookham",
            "Cox Green",
            "Datchet",
            "Dedworth",
            "Eton",
            "Eton Wick",
            "Furze Platt",
            "Holyport",
            "Horton",
            "Hurley",
            "Maidenhead",
            "Old Windsor",
            "Pinkneys Green",
            "Shurlock Row",
            "Sunningdale",
            "Sunninghill",
            "Waltham St Lawrence",
            "White Waltham",
            "Windsor",
            "Wraysbury"
        })
        List<String> areas,

        @DefaultValue({"windsor", "maidenhead"}) List<String> teams) {
    private static final int LONGEST = 60;

    /** All lists. Throws {@code StartRefused} if one of them cannot be read. */
    LocalLists lists() {
        requireNames("hub.areas", areas);
        requireNames("hub.teams", teams);
        return new LocalLists(notices(), areas, teams);
    }

    private static void requireNames(String setting, List<String> names) {
        if (names.isEmpty()
                || names.stream().anyMatch(n -> n.isBlank() || n.length() > LONGEST || !n.equals(n.strip()))) {
            throw new StartRefused(
                    "What " + setting + " lists are not names.",
                    "Give at least one, between commas, each of 1 to " + LONGEST + " characters.");
        }
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
