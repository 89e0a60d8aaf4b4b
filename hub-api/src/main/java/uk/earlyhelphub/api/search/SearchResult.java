package uk.earlyhelphub.api.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.referral.PartInFamily;
import uk.earlyhelphub.events.referral.ReferralStatus;

/**
 * Who was found; there is a warning if somebody of them seems to be close to the caller.
 *
 * @param searchId goes into the new referral
 */
public record SearchResult(
        String searchId,
        List<SearchMatch> candidates,
        @Nullable String warning) {

    /**
     * Somebody who may be the same person.
     *
     * @param score 0 to 100
     * @param agreesOn which of the details sent agree
     * @param referrals those of the caller's own team; of others not even the number is told
     */
    public record SearchMatch(String personId, int score, Set<String> agreesOn, List<MatchedReferral> referrals) {}

    /**
     * A referral of somebody found that the caller may open.
     *
     * @param person what tells them apart from others, as that case has it; left out if somebody in it seems to be close to the
     *     caller
     */
    public record MatchedReferral(
            String referralId,
            String reference,
            LocalDate receivedOn,
            ReferralStatus status,
            @Nullable MatchedPerson person) {}

    /** What is known of somebody in one case. */
    public record MatchedPerson(
            PartInFamily part,
            @Nullable String name,
            @Nullable String dateOfBirth,
            @Nullable String postcode,
            @Nullable String school) {}
}
