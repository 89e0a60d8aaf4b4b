package uk.earlyhelphub.api.casefile;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.oas.annotations.media.DiscriminatorMapping;
import io.swagger.v3.oas.annotations.media.Schema;
import uk.earlyhelphub.events.referral.ReferralStatus;

/**
 * One case, as far as its reader may see it. Each kind of reader has a type of their own, told by {@code seenAs}: what they must
 * not see has no place in it.
 */
@JsonTypeInfo(
        use = JsonTypeInfo.Id.NAME,
        include = JsonTypeInfo.As.EXISTING_PROPERTY,
        property = "seenAs",
        visible = true)
@JsonSubTypes({
    @JsonSubTypes.Type(value = TeamCaseView.class, name = "TEAM"),
    @JsonSubTypes.Type(value = EmergencyCaseView.class, name = "BREAK_GLASS"),
    @JsonSubTypes.Type(value = RelativeCaseView.class, name = "RELATIVE_IN_EMERGENCY"),
    @JsonSubTypes.Type(
            value = SkeletonCaseView.class,
            names = {"DATA_PROTECTION", "INVESTIGATION", "AUDIT"}),
    @JsonSubTypes.Type(value = ProviderCaseView.class, name = "PROVIDER"),
    @JsonSubTypes.Type(value = HubMemberCaseView.class, name = "HUB_MEMBER")
})
@Schema(
        oneOf = {
            TeamCaseView.class,
            EmergencyCaseView.class,
            RelativeCaseView.class,
            SkeletonCaseView.class,
            ProviderCaseView.class,
            HubMemberCaseView.class
        },
        discriminatorProperty = "seenAs",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "TEAM", schema = TeamCaseView.class),
            @DiscriminatorMapping(value = "BREAK_GLASS", schema = EmergencyCaseView.class),
            @DiscriminatorMapping(value = "RELATIVE_IN_EMERGENCY", schema = RelativeCaseView.class),
            @DiscriminatorMapping(value = "DATA_PROTECTION", schema = SkeletonCaseView.class),
            @DiscriminatorMapping(value = "INVESTIGATION", schema = SkeletonCaseView.class),
            @DiscriminatorMapping(value = "AUDIT", schema = SkeletonCaseView.class),
            @DiscriminatorMapping(value = "PROVIDER", schema = ProviderCaseView.class),
            @DiscriminatorMapping(value = "HUB_MEMBER", schema = HubMemberCaseView.class)
        })
public sealed interface CaseView
        permits TeamCaseView,
                EmergencyCaseView,
                RelativeCaseView,
                SkeletonCaseView,
                ProviderCaseView,
                HubMemberCaseView {
    /** The case's id. */
    String id();

    /** What people call it: {@code EH-…}. */
    String reference();

    /** Its newest version; the {@code ETag} of the answer, too. */
    long version();

    /** Where it stands. */
    ReferralStatus status();

    /** By what right it is shown. */
    CaseReader seenAs();
}
