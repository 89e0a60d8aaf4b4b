package uk.earlyhelphub.api.casefile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.referral.ReferralStatus;

/**
 * The whole case, for whoever opened it in an emergency.
 *
 * @param asAt the instant as of which it is shown; none for now
 * @param neededBeforeHub what the case still lacks before the Hub meeting can discuss it
 * @param people as they stand, with every correction since they were recorded
 */
public record EmergencyCaseView(
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
        CaseEnding<String> ending)
        implements CaseView {}
