package uk.earlyhelphub.api.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.api.search.SearchResult.MatchedPerson;
import uk.earlyhelphub.events.referral.PartInFamily;
import uk.earlyhelphub.events.referral.ReferralStatus;

/** Which cases were found, once for each of its people who matches, the best match first; twenty at most. */
public record CaseSearchResult(List<FoundCase> cases) {

    /**
     * A case, by what tells it apart from others.
     *
     * @param score 0 to 100, how much of what was sent agrees
     * @param agreesOn which of the details sent agree
     * @param part which part the person found has in the family
     * @param person what the case has of them; left out for whoever sees no texts, or seems to be close to somebody in it
     */
    public record FoundCase(
            String referralId,
            String reference,
            LocalDate receivedOn,
            ReferralStatus status,
            String team,
            int score,
            Set<String> agreesOn,
            PartInFamily part,
            @Nullable MatchedPerson person) {}
}
