package uk.earlyhelphub.api.casefile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.referral.ReferralStatus;

/**
 * The whole case, for the team that works with the family.
 *
 * @param asAt the instant as of which it is shown; none for now
 * @param neededBeforeHub what the case still lacks before the Hub meeting can discuss it
 * @param people as they stand, with every correction since they were recorded
 * @param earlierReferrals the team's earlier referrals of the same family, the latest first; none of them as of an earlier instant
 */
public record TeamCaseView(
        String id,
        String reference,
        long version,
        ReferralStatus status,
        CaseReader seenAs,
        @Nullable Instant asAt,
        List<String> neededBeforeHub,
        CaseIntake<String> intake,
        List<CasePerson<String>> people,
        List<CaseInformation<String>> information,
        CaseConsents<String> consents,
        CaseHub<String> hub,
        List<CaseAllocation<String>> allocations,
        CaseSharings<String> sharings,
        CaseEnding<String> ending,
        @Nullable List<EarlierReferral> earlierReferrals)
        implements CaseView {}
