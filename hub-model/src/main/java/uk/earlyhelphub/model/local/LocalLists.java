package uk.earlyhelphub.model.local;

import java.util.List;

/**
 * What a Hub was told of its own place.
 *
 * @param notices the versions of its privacy notice
 * @param areas the areas that families live in, and for which services are offered
 * @param teams the teams that work cases
 */
public record LocalLists(NoticeVersions notices, List<String> areas, List<String> teams) {
    public LocalLists {
        areas = List.copyOf(areas);
        teams = List.copyOf(teams);
    }
}
