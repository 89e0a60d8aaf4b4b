package uk.earlyhelphub.api.staffaccess;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import uk.earlyhelphub.api.CommandHeaders;
import uk.earlyhelphub.api.Reply;
import uk.earlyhelphub.api.described.Answers;
import uk.earlyhelphub.api.described.ForWhom;
import uk.earlyhelphub.api.described.GivesProblems;
import uk.earlyhelphub.events.staffaccess.StaffAccessEnd;

/** Ending and restoring a colleague's access. */
@Tag(name = "Colleagues", description = "Ending and restoring a colleague's access.")
@HttpExchange(url = "/api/staff-access", contentType = "application/json")
public interface StaffAccessApi {

    /** Somebody may use the Hub no more. */
    @PostExchange("/ends")
    @Operation(operationId = "endStaffAccess", summary = "End a colleague's access at the next request")
    @ForWhom(
            "Administrators and the Data Protection Officer; managers, for those who work in their own organisation only.")
    @Answers(202)
    @GivesProblems(conflict = {"access-ended-already", "not-for-oneself", "staff-never-seen"})
    ResponseEntity<Reply> end(CommandHeaders headers, @Valid @RequestBody StaffAccessEndForm form);

    /** Somebody may use the Hub again. */
    @PostExchange("/restorations")
    @Operation(operationId = "restoreStaffAccess", summary = "Restore a colleague's access")
    @ForWhom(
            "Administrators and the Data Protection Officer; managers, for those who work in their own organisation only.")
    @Answers(202)
    @GivesProblems(conflict = {"access-not-ended", "not-for-oneself"})
    ResponseEntity<Reply> restore(CommandHeaders headers, @Valid @RequestBody StaffAccessRestorationForm form);

    /**
     * Whose access ends.
     *
     * @param staff the id that the identity provider knows them by
     * @param neverSeen whether the sender knows that nobody by this id has ever used the Hub, and wants it shut out beforehand;
     *     without it such an id is refused, since it is most likely misspelt
     */
    record StaffAccessEndForm(
            @NotBlank @Size(max = 200) String staff,
            @NotNull StaffAccessEnd cause,
            @Nullable Boolean neverSeen) {}

    /** Whose access is restored. */
    record StaffAccessRestorationForm(
            @NotBlank @Size(max = 200) String staff) {}
}
