package uk.earlyhelphub.api.pack;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.oas.annotations.media.DiscriminatorMapping;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.api.casefile.CaseAllocation;
import uk.earlyhelphub.api.casefile.CaseConsents;
import uk.earlyhelphub.api.casefile.CaseEnding;
import uk.earlyhelphub.api.casefile.CaseHub;
import uk.earlyhelphub.api.casefile.CaseInformation;
import uk.earlyhelphub.api.casefile.CaseIntake;
import uk.earlyhelphub.api.casefile.CaseIntake.CaseClarification;
import uk.earlyhelphub.api.casefile.CaseIntake.CaseNeed;
import uk.earlyhelphub.api.casefile.CaseIntake.CaseReferrer;
import uk.earlyhelphub.api.casefile.CaseIntake.CaseReferrerInformed;
import uk.earlyhelphub.api.casefile.CaseIntake.CaseTriage;
import uk.earlyhelphub.api.casefile.CasePerson;
import uk.earlyhelphub.api.casefile.CaseSharings;
import uk.earlyhelphub.events.privacy.InformationCategory;
import uk.earlyhelphub.events.referral.Answer;
import uk.earlyhelphub.events.referral.Channel;

/**
 * A case as it was known when a decision was recorded, for whom the pack is made; {@code as} tells for whom. Texts that the
 * reader is not shown say so in brackets.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "as")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CaseKnownThen.KnownToInvestigator.class, name = "INVESTIGATOR"),
    @JsonSubTypes.Type(value = CaseKnownThen.KnownToComplainant.class, name = "COMPLAINANT")
})
@Schema(
        oneOf = {CaseKnownThen.KnownToInvestigator.class, CaseKnownThen.KnownToComplainant.class},
        discriminatorProperty = "as",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "INVESTIGATOR", schema = CaseKnownThen.KnownToInvestigator.class),
            @DiscriminatorMapping(value = "COMPLAINANT", schema = CaseKnownThen.KnownToComplainant.class)
        })
public sealed interface CaseKnownThen {
    /** The version that the case had. */
    long version();

    /** Who was part of it. */
    List<CasePerson<String>> people();

    /** What had been agreed to. */
    CaseConsents<String> consents();

    /** Its way through the meetings. */
    CaseHub<String> hub();

    /** The services. */
    List<CaseAllocation<String>> allocations();

    /** What had been shared. */
    CaseSharings<String> sharings();

    /** Handovers and closure. */
    CaseEnding<String> ending();

    /** For whoever investigates. */
    record KnownToInvestigator(
            long version,
            CaseIntake<String> intake,
            List<CasePerson<String>> people,
            List<CaseInformation<String>> information,
            CaseConsents<String> consents,
            CaseHub<String> hub,
            List<CaseAllocation<String>> allocations,
            CaseSharings<String> sharings,
            CaseEnding<String> ending)
            implements CaseKnownThen {}

    /** For whoever complains: who told us something, and what somebody asked us to keep from others, have no place in it. */
    record KnownToComplainant(
            long version,
            ComplainantIntake intake,
            List<CasePerson<String>> people,
            List<ComplainantInformation> information,
            CaseConsents<String> consents,
            CaseHub<String> hub,
            List<CaseAllocation<String>> allocations,
            CaseSharings<String> sharings,
            CaseEnding<String> ending)
            implements CaseKnownThen {}

    /** How it came. */
    record ComplainantIntake(
            ComplainantArrival received,
            List<CaseClarification<String>> clarifications,
            List<CaseTriage<String>> triages,
            List<CaseReferrerInformed<String>> referrerInformed) {}

    /**
     * What came.
     *
     * @param channel left out, as {@code referrer} is, if who referred asked to stay anonymous to the family
     */
    record ComplainantArrival(
            String reference,
            @Nullable Channel channel,
            LocalDate receivedOn,
            String area,
            String team,
            @Nullable CaseReferrer<String> referrer,
            Answer familyAware,
            @Nullable String familyNotAwareReason,
            boolean immediateRisk,
            String child,
            String summary,
            List<CaseNeed> needs,
            @Nullable String strengths,
            @Nullable String worries,
            @Nullable String childsViews,
            @Nullable String parentsViews,
            String searchId,
            @Nullable String previousReferral) {}

    /** Something recorded about a person. */
    record ComplainantInformation(
            String informationId,
            String personId,
            InformationCategory category,
            String kind,
            String text,
            @Nullable LocalDate statedOn) {}
}
