package uk.earlyhelphub.api.proof;

import java.util.List;

/** Shows that a log only grew: the newest {@code checkpoint}'s log begins with all of the earlier one's. */
public record LogGrowth(long earlier, long size, List<String> path, String checkpoint) {}
