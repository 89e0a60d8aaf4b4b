package uk.earlyhelphub.api.casefile;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.api.casefile.CaseIntake.CaseNeed;
import uk.earlyhelphub.api.casefile.CaseIntake.CaseTriage;
import uk.earlyhelphub.api.casefile.CasePerson.CaseRelationship;
import uk.earlyhelphub.events.privacy.InformationCategory;
import uk.earlyhelphub.events.referral.Answer;
import uk.earlyhelphub.events.referral.PartInFamily;
import uk.earlyhelphub.events.referral.ReferralStatus;

/**
 * A case as somebody sees it who prepares the Hub meeting: of each person what that person's consent, or a recorded gateway, lets
 * the Hub discuss (R9). Who referred, and whom the family fears, is not for the table.
 */
public record HubMemberCaseView(
        String id,
        String reference,
        long version,
        ReferralStatus status,
        CaseReader seenAs,
        TableReferral referral,
        List<CaseTriage<String>> triages,
        List<TablePerson> people,
        List<TableInformation> information,
        CaseHub<String> hub)
        implements CaseView {

    /**
     * What was said about the family.
     *
     * @param summary left out, with strengths, worries and everybody's views, unless everybody in the case is covered: free text
     *     tells of those, too, who refused or were not asked
     * @param parentsViews left out unless everybody in the case is covered
     */
    public record TableReferral(
            String reference,
            LocalDate receivedOn,
            String area,
            String team,
            Answer familyAware,
            boolean immediateRisk,
            String child,
            @Nullable String summary,
            List<CaseNeed> needs,
            @Nullable String strengths,
            @Nullable String worries,
            @Nullable String childsViews,
            @Nullable String parentsViews) {}

    /**
     * Somebody of the family. Of those whom nothing covers only that they are there, and in which part.
     *
     * @param relationships those to others who are covered
     */
    public record TablePerson(
            String personId,
            PartInFamily part,
            @Nullable String name,
            @Nullable String dateOfBirth,
            @Nullable String dueOn,
            @Nullable String school,
            @Nullable Boolean inHousehold,
            @Nullable List<CaseRelationship> relationships) {}

    /** Something recorded about somebody who is covered; never who told it. */
    public record TableInformation(
            String informationId,
            String personId,
            InformationCategory category,
            String kind,
            String text,
            @Nullable LocalDate statedOn) {}
}
