package uk.earlyhelphub.api.referral;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import uk.earlyhelphub.api.CommandHeaders;
import uk.earlyhelphub.api.Reply;
import uk.earlyhelphub.api.described.ActsOnACase;
import uk.earlyhelphub.api.described.Answers;
import uk.earlyhelphub.api.described.ForWhom;
import uk.earlyhelphub.api.described.GivesProblems;
import uk.earlyhelphub.api.forms.Identifier;
import uk.earlyhelphub.api.referral.PersonForm.RelationshipForm;
import uk.earlyhelphub.api.referral.ReceivingApi.ReferrerForm;
import uk.earlyhelphub.events.referral.Agency;
import uk.earlyhelphub.events.referral.PersonDetail;

/** Putting a detail right. */
@Tag(name = "Corrections", description = "Putting right what is on record.")
@ActsOnACase
@HttpExchange(url = "/api/referrals/{id}", contentType = "application/json")
public interface CorrectionApi {

    /** What was on record was wrong; both stay readable. */
    @PostExchange("/corrections")
    @Operation(operationId = "correctDetail", summary = "Put a detail of somebody right, with the reason")
    @ForWhom("Caseworkers, the chair and managers of the team that has the case.")
    @Answers(202)
    @GivesProblems(invalid = "person-not-in-referral")
    ResponseEntity<Reply> correct(
            @PathVariable("id") String id, CommandHeaders headers, @Valid @RequestBody CorrectionForm form);

    /** What was said of the referral when it came was wrong; both stay readable. */
    @PostExchange("/referral-corrections")
    @Operation(
            operationId = "correctReferral",
            summary = "Put the area, the team, the referrer or the excluded agencies right, with the reason")
    @ForWhom("Caseworkers, the chair and managers of the team that has the case.")
    @Answers(202)
    @GivesProblems(
            invalid = {"area-not-known", "nothing-corrected", "team-not-known"},
            conflict = "on-an-agenda")
    ResponseEntity<Reply> correctReferral(
            @PathVariable("id") String id, CommandHeaders headers, @Valid @RequestBody ReferralCorrectionForm form);

    /** Who lives in the household, or how one stands to another, was wrong or not known; both stay readable. */
    @PostExchange("/household-corrections")
    @Operation(
            operationId = "correctHousehold",
            summary = "Put right who lives in the household and who is whose parent, with the reason")
    @ForWhom("Caseworkers, the chair and managers of the team that has the case.")
    @Answers(202)
    @GivesProblems(
            invalid = {"nothing-corrected", "person-not-in-referral", "relationship-to-oneself"},
            conflict = "consent-rests-on-it")
    ResponseEntity<Reply> correctHousehold(
            @PathVariable("id") String id, CommandHeaders headers, @Valid @RequestBody HouseholdCorrectionForm form);

    /**
     * What is right, with the reason. What is left out stays as it is.
     *
     * @param area one of those that this Hub knows
     * @param team which works the case from now on; whoever is not in it sees the case no more
     * @param referrer all that is known of them, in the place of what was
     * @param excludedAgencies all that must not learn of the case, in the place of what was; empty if none
     */
    record ReferralCorrectionForm(
            @Nullable @Size(min = 1, max = 60) String area,
            @Nullable @Size(min = 1, max = 60) String team,
            @Nullable @Valid ReferrerForm referrer,
            @Nullable @Size(max = 20) List<@NotNull Agency> excludedAgencies,
            @NotBlank @Size(max = 4000) String reason) {}

    /**
     * What is right, with the reason. What is left out stays as it is.
     *
     * @param relationship to somebody else of the referral, by their id, in the place of the one that there was
     */
    record HouseholdCorrectionForm(
            @NotBlank @Identifier String personId,
            @Nullable Boolean inHousehold,
            @Nullable @Valid RelationshipForm relationship,
            @NotBlank @Size(max = 4000) String reason) {}

    /** A correction with its reason. */
    record CorrectionForm(
            @NotBlank @Identifier String personId,
            @NotNull PersonDetail field,
            @Nullable @Size(max = 4000) String was,
            @NotBlank @Size(max = 4000) String now,
            @NotBlank @Size(max = 4000) String reason) {}
}
