package uk.earlyhelphub.api.casefile;

import java.util.List;
import uk.earlyhelphub.api.casefile.HubMemberCaseView.TableInformation;
import uk.earlyhelphub.api.casefile.HubMemberCaseView.TableReferral;
import uk.earlyhelphub.api.casefile.ProviderCaseView.VisitedPerson;
import uk.earlyhelphub.events.referral.ReferralStatus;

/**
 * A case as a colleague sees it who opened it in an emergency and is family: who they are, what is feared, and what helps them now.
 * Who spoke of the family, and who must not see it, would be told to the family.
 */
public record RelativeCaseView(
        String id,
        String reference,
        long version,
        ReferralStatus status,
        CaseReader seenAs,
        TableReferral referral,
        List<VisitedPerson> people,
        List<TableInformation> information,
        List<CaseAllocation<String>> allocations)
        implements CaseView {}
