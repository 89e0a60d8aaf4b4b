package uk.earlyhelphub.api.sharing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import uk.earlyhelphub.api.described.ForWhom;
import uk.earlyhelphub.api.described.GivesProblems;
import uk.earlyhelphub.events.referral.Agency;

/** The register for those who answer for sharing, and a recipient's view of what was shared with it. */
@Tag(name = "Shared data", description = "Who received what, and what a recipient may read now.")
@HttpExchange("/api")
public interface SharingRegisterApi {

    /**
     * Who received what.
     *
     * @param recipient only what this agency received
     * @param referral only of this case, by its id
     * @param after the value of {@code next} from the page before
     * @param limit 1 to 200
     */
    @GetExchange("/sharing-register")
    @Operation(operationId = "readSharingRegister", summary = "See who received what")
    @ForWhom(
            "Caseworkers, managers and the chair for their team's cases; the Data Protection Officer, investigators and"
                    + " auditors for all.")
    @GivesProblems(
            invalid = {"page-size", "bad-cursor"},
            forbidden = "not-for-this-role")
    ResponseEntity<SharingPage> register(
            @RequestParam(name = "recipient", required = false) @Nullable Agency recipient,
            @RequestParam(name = "referral", required = false) @Nullable String referral,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", defaultValue = "50") int limit);

    /**
     * What the caller's organisation may read now, and what it was asked to give up and has not answered for.
     *
     * @param after the value of {@code next} from the page before
     * @param limit 1 to 200
     */
    @GetExchange("/shared-with-me")
    @Operation(operationId = "listSharedWithMe", summary = "See what was shared with one's organisation")
    @ForWhom("Partner agencies.")
    @GivesProblems(
            invalid = {"page-size", "bad-cursor"},
            forbidden = "not-for-this-role")
    ResponseEntity<SharingPage> sharedWithMe(
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", defaultValue = "50") int limit);

    /** Only the shared fields of the shared people, as they were when they were shared, and only while they may be read. */
    @GetExchange("/shared-with-me/{sharing}")
    @Operation(operationId = "readShared", summary = "Read what was shared, as it was when it was shared")
    @ForWhom("The partner agency that received it, while consent or the gateway covers it.")
    @GivesProblems(forbidden = {"too-close", "conflict-possible"})
    ResponseEntity<SharedView> shared(@PathVariable("sharing") String sharing);
}
