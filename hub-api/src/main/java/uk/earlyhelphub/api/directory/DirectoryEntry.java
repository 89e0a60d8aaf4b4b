package uk.earlyhelphub.api.directory;

import java.util.List;
import uk.earlyhelphub.events.referral.LevelOfNeed;
import uk.earlyhelphub.events.referral.NeedDomain;

/** One service and how many of its places are free. */
public record DirectoryEntry(OfferedHelp service, int places, int free, boolean withdrawn) {

    /** The help that a provider offers; {@code places} are those that it began with. */
    public record OfferedHelp(
            String offerId,
            String name,
            String provider,
            String description,
            List<NeedDomain> needs,
            List<LevelOfNeed> levels,
            List<String> areas,
            int places) {}
}
