package uk.earlyhelphub.api.referral;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import uk.earlyhelphub.api.CommandHeaders;
import uk.earlyhelphub.api.described.Answers;
import uk.earlyhelphub.api.described.ForWhom;
import uk.earlyhelphub.api.described.GivesProblems;
import uk.earlyhelphub.api.forms.Code;
import uk.earlyhelphub.api.forms.Identifier;
import uk.earlyhelphub.events.privacy.InformationCategory;
import uk.earlyhelphub.events.referral.Agency;
import uk.earlyhelphub.events.referral.Answer;
import uk.earlyhelphub.events.referral.Channel;
import uk.earlyhelphub.events.referral.NeedDomain;
import uk.earlyhelphub.events.referral.ReferrerKind;

/** Receiving a referral. */
@Tag(name = "Receiving", description = "Receiving a referral with its household.")
@HttpExchange(url = "/api/referrals", contentType = "application/json")
public interface ReceivingApi {

    /** A referral arrives; the answer names it, and the reference by which people speak of it. */
    @PostExchange
    @Operation(operationId = "receiveReferral", summary = "Receive a referral, with the people and what is known")
    @ForWhom("Caseworkers and managers of the team that the form names.")
    @Answers(201)
    @GivesProblems(
            invalid = {
                "area-not-known",
                "child-required",
                "date-ahead",
                "key-twice",
                "person-not-in-referral",
                "relationship-to-oneself",
                "reason-required",
                "search-first"
            })
    ResponseEntity<ReferralReply> receive(CommandHeaders headers, @Valid @RequestBody ReferralForm form);

    /** A referral as it is typed in. Every person has a key of the sender's choosing, by which the form refers to them. */
    record ReferralForm(
            @NotNull Channel channel,
            @NotNull LocalDate receivedOn,
            @NotBlank @Size(max = 60) String area,
            @NotBlank @Size(max = 60) String team,
            @NotNull @Valid ReferrerForm referrer,
            @NotNull Answer familyAware,
            @Nullable @Size(max = 4000) String familyNotAwareReason,
            @NotNull Boolean immediateRisk,
            @Nullable @Size(max = 4000) String immediateRiskReason,
            @NotBlank @Size(max = 40) String child,
            @NotBlank @Size(max = 20000) String summary,
            @Nullable @Size(max = 20) List<@Valid NeedForm> needs,
            @Nullable @Size(max = 20000) String strengths,
            @Nullable @Size(max = 20000) String worries,
            @Nullable @Size(max = 20000) String childsViews,
            @Nullable @Size(max = 20000) String parentsViews,
            @Nullable @Size(max = 4000) String mustNotSee,
            @Nullable List<@NotNull Agency> excludedAgencies,
            @NotBlank @Size(max = 40) String searchId,
            @Nullable @Identifier String previousReferral,
            @NotEmpty @Size(max = 30) List<@Valid PersonForm> people,
            @Nullable @Size(max = 200) List<@Valid InformationForm> information) {}

    /** Who refers. */
    record ReferrerForm(
            @NotNull ReferrerKind kind,
            @Nullable @Size(max = 200) String name,
            @Nullable @Size(max = 400) String contact,
            @Nullable @Size(max = 200) String organisation,
            @NotNull Boolean anonymousToFamily) {}

    /** One need. */
    record NeedForm(
            @NotNull NeedDomain domain,
            @Nullable @Min(1) @Max(5) Integer score) {}

    /** Information about one person. */
    record InformationForm(
            @NotBlank @Size(max = 40) String person,
            @NotNull InformationCategory category,
            @NotBlank @Code String kind,
            @NotBlank @Size(max = 20000) String text,
            @NotBlank @Size(max = 200) String source,
            @Nullable LocalDate statedOn) {}
}
