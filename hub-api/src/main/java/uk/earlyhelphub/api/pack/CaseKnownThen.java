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
import uk.earlyhelphub.api.casefile.CaseIntake.CaseReferrer;
import uk.earlyhelphub.api.casefile.CasePerson;
import uk.earlyhelphub.api.casefile.CaseSharings;
import uk.earlyhelphub.events.privacy.InformationCategory;
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

    /** The services. */
    List<CaseAllocation<String>> allocations();

    /** What had been shared. */
    CaseSharings<String> sharings();

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

    /**
     * For whoever complains: their own entries and nothing about anybody else. Who told us something, what somebody asked us to
     * keep from others, and what was said about the case as a whole have no place in it.
     */
    record KnownToComplainant(
            long version,
            ComplainantIntake intake,
            List<CasePerson<String>> people,
            List<ComplainantInformation> information,
            CaseConsents<String> consents,
            List<CaseAllocation<String>> allocations,
            CaseSharings<String> sharings)
            implements CaseKnownThen {}

    /** How it came. */
    record ComplainantIntake(ComplainantArrival received) {}

    /**
     * What came.
     *
     * @param channel left out, as {@code referrer} is, if who referred asked to stay anonymous to the family
     * @param child only if whoever complains is the child
     */
    record ComplainantArrival(
            String reference,
            @Nullable Channel channel,
            LocalDate receivedOn,
            String area,
            String team,
            @Nullable CaseReferrer<String> referrer,
            @Nullable String child) {}

    /** Something recorded about a person. */
    record ComplainantInformation(
            String informationId,
            String personId,
            InformationCategory category,
            String kind,
            String text,
            @Nullable LocalDate statedOn) {}
}
