package uk.earlyhelphub.api.casefile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.referral.ReferralStatus;

/**
 * What happened in a case, and no text, for those whose office lets them account for it.
 *
 * @param asAt the instant as of which it is shown; none for now
 * @param neededBeforeHub what the case still lacks before the Hub meeting can discuss it
 * @param people as they stand, with every correction since they were recorded
 */
public record SkeletonCaseView(
        String id,
        String reference,
        long version,
        ReferralStatus status,
        CaseReader seenAs,
        @Nullable Instant asAt,
        List<String> neededBeforeHub,
        CaseIntake<SealedText> intake,
        List<CasePerson<SealedText>> people,
        List<CaseInformation<SealedText>> information,
        CaseConsents<SealedText> consents,
        CaseHub<SealedText> hub,
        List<CaseAllocation<SealedText>> allocations,
        CaseSharings<SealedText> sharings,
        CaseEnding<SealedText> ending)
        implements CaseView {}
