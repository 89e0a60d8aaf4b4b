package uk.earlyhelphub.api.hubmeeting;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import uk.earlyhelphub.api.CommandHeaders;
import uk.earlyhelphub.api.Reply;
import uk.earlyhelphub.api.described.Answers;
import uk.earlyhelphub.api.described.ForWhom;
import uk.earlyhelphub.api.described.GivesProblems;
import uk.earlyhelphub.api.forms.Identifier;
import uk.earlyhelphub.events.hubmeeting.InterestNature;

/** Calling and running Hub meetings. */
@Tag(name = "Hub meetings", description = "Calling and running Hub meetings; their agendas, without names.")
@HttpExchange("/api/hub-meetings")
public interface MeetingApi {

    /** Calls a meeting. */
    @PostExchange(contentType = "application/json")
    @Operation(operationId = "scheduleMeeting", summary = "Call a Hub meeting")
    @ForWhom("The chair and managers of the team that the form names.")
    @Answers(201)
    @GivesProblems(invalid = "date-past")
    ResponseEntity<Reply> schedule(CommandHeaders headers, @Valid @RequestBody MeetingForm form);

    /** Freezes the agenda, so that everybody prepares for the same cases. */
    @PostExchange("/{id}/agenda-publication")
    @Operation(operationId = "publishAgenda", summary = "Publish the agenda")
    @ForWhom("The chair and managers of the team whose meeting it is.")
    @Answers(202)
    @GivesProblems(conflict = {"agenda-published", "meeting-over"})
    ResponseEntity<Reply> publish(@PathVariable("id") String id, CommandHeaders headers);

    /** Who came and who did not. */
    @PostExchange(url = "/{id}/attendance", contentType = "application/json")
    @Operation(operationId = "recordAttendance", summary = "Record who is present")
    @ForWhom("The chair and managers of the team whose meeting it is.")
    @Answers(202)
    @GivesProblems(
            invalid = {"not-a-member", "present-and-absent"},
            conflict = "meeting-over")
    ResponseEntity<Reply> attendance(
            @PathVariable("id") String id, CommandHeaders headers, @Valid @RequestBody AttendanceForm form);

    /** Somebody has an interest in a case, and neither sees nor decides it. */
    @PostExchange(url = "/{id}/interests", contentType = "application/json")
    @Operation(operationId = "declareInterest", summary = "Declare an interest in a case")
    @ForWhom("Whoever was called to the meeting for themselves; the chair of the meeting for a member.")
    @Answers(202)
    @GivesProblems(
            invalid = {"interest-of-another", "not-a-member", "reason-required"},
            conflict = {"not-on-agenda", "meeting-over"})
    ResponseEntity<Reply> interest(
            @PathVariable("id") String id, CommandHeaders headers, @Valid @RequestBody InterestForm form);

    /** Somebody was said to have an interest and has none. */
    @PostExchange(url = "/{id}/interest-corrections", contentType = "application/json")
    @Operation(operationId = "correctInterest", summary = "Put right that a member has no interest in a case")
    @ForWhom("The chair and managers of the team whose meeting it is. Nobody for themselves.")
    @Answers(202)
    @GivesProblems(conflict = {"no-such-declaration", "not-for-oneself"})
    ResponseEntity<Reply> correctInterest(
            @PathVariable("id") String id, CommandHeaders headers, @Valid @RequestBody InterestCorrectionForm form);

    /** The meeting is over. */
    @PostExchange("/{id}/held")
    @Operation(operationId = "holdMeeting", summary = "Record that the meeting took place")
    @ForWhom("The chair and managers of the team whose meeting it is.")
    @Answers(202)
    @GivesProblems(conflict = {"meeting-not-sitting", "meeting-over"})
    ResponseEntity<Reply> held(@PathVariable("id") String id, CommandHeaders headers);

    /** The meeting does not take place; its cases go back to the queue. */
    @PostExchange(url = "/{id}/cancellation", contentType = "application/json")
    @Operation(operationId = "cancelMeeting", summary = "Cancel a meeting")
    @ForWhom("The chair and managers of the team whose meeting it is.")
    @Answers(202)
    @GivesProblems(conflict = "meeting-over")
    ResponseEntity<Reply> cancel(
            @PathVariable("id") String id, CommandHeaders headers, @Valid @RequestBody CancellationForm form);

    /** Somebody called to the meeting. */
    record MemberForm(
            @NotBlank @Size(max = 100) String memberId,
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 100) String organisation) {}

    /** When, where and with whom. */
    record MeetingForm(
            @NotBlank @Size(max = 60) String team,
            @NotNull LocalDate meetsOn,
            @NotNull LocalTime startsAt,
            @NotBlank @Size(max = 200) String place,
            @NotBlank @Size(max = 100) String chair,
            @NotEmpty @Size(max = 60) List<@Valid MemberForm> members) {}

    /** Who came and who did not. */
    record AttendanceForm(
            @NotEmpty @Size(max = 60) List<@NotBlank String> present,
            @Nullable @Size(max = 60) List<@NotBlank String> apologies) {}

    /**
     * An interest in a case. Without {@code member} it is the sender's own; the chair of the meeting can declare it for a member,
     * with a reason.
     */
    record InterestForm(
            @NotBlank @Identifier String referralId,
            @Nullable @Size(max = 100) String member,
            @NotNull InterestNature nature,
            @Nullable @Size(max = 4000) String reason) {}

    /** That somebody has no interest in a case although it says so. */
    record InterestCorrectionForm(
            @NotBlank @Identifier String referralId,
            @NotBlank @Size(max = 100) String member,
            @NotBlank @Size(max = 4000) String reason) {}

    /** Why it does not take place. */
    record CancellationForm(@NotBlank @Size(max = 400) String reason) {}
}
