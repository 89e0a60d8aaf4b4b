package uk.earlyhelphub.api.casefile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.api.casefile.CasePerson.CaseRelationship;
import uk.earlyhelphub.events.referral.Answer;
import uk.earlyhelphub.events.referral.PartInFamily;
import uk.earlyhelphub.events.referral.ReferralStatus;

/**
 * A case as a provider sees it: the people whom it works with, and its own allocations.
 *
 * @param summary why the family was referred, if it works with the child whom that is about and everybody in the case lets services
 *     help: it tells of them all
 */
public record ProviderCaseView(
        String id,
        String reference,
        long version,
        ReferralStatus status,
        CaseReader seenAs,
        List<VisitedPerson> people,
        @Nullable String summary,
        List<CaseAllocation<String>> allocations)
        implements CaseView {

    /**
     * Somebody whom a provider works with: what it takes to visit them and to speak with them.
     *
     * @param relationships those to others whom the provider works with
     */
    public record VisitedPerson(
            String personId,
            PartInFamily part,
            @Nullable String name,
            @Nullable String alsoKnownAs,
            @Nullable String dateOfBirth,
            @Nullable String dueOn,
            @Nullable String address,
            @Nullable String postcode,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String school,
            @Nullable String language,
            Answer interpreterNeeded,
            boolean inHousehold,
            List<CaseRelationship> relationships) {}
}
