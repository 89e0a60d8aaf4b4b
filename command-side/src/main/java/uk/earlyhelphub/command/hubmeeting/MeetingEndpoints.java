package uk.earlyhelphub.command.hubmeeting;

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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.api.forms.Identifier;
import uk.earlyhelphub.command.sending.CommandSender;
import uk.earlyhelphub.command.sending.Sending;
import uk.earlyhelphub.events.hubmeeting.InterestDeclarationCorrected;
import uk.earlyhelphub.events.hubmeeting.InterestDeclaredForMember;
import uk.earlyhelphub.events.hubmeeting.InterestNature;
import uk.earlyhelphub.events.hubmeeting.Member;
import uk.earlyhelphub.events.ids.MeetingId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.platform.web.Caller;

/** Calling and running Hub meetings. */
@RestController
@RequestMapping(path = "/api/hub-meetings", consumes = "application/json")
class MeetingEndpoints {
    private final CommandSender sender;

    MeetingEndpoints(CommandSender sender) {
        this.sender = sender;
    }

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

    @PostMapping
    ResponseEntity<?> schedule(Caller caller, @Valid @RequestBody MeetingForm form) {
        var id = new MeetingId(caller.derived("meeting"));
        var command = new ScheduleHubMeeting(
                id,
                form.team(),
                form.meetsOn(),
                form.startsAt(),
                form.place(),
                form.chair(),
                form.members().stream()
                        .map(m -> new Member(m.memberId(), m.name(), m.organisation()))
                        .toList());
        return sending(caller, id, null).made(command, id.value());
    }

    @PostMapping(path = "/{id}/agenda-publication", consumes = "*/*")
    ResponseEntity<?> publish(Caller caller, @PathVariable("id") String path) {
        var id = meeting(path);
        return sending(caller, id, null).done(new PublishAgenda(id));
    }

    /** Who came and who did not. */
    record AttendanceForm(
            @NotEmpty @Size(max = 60) List<@NotBlank String> present,
            @Nullable @Size(max = 60) List<@NotBlank String> apologies) {}

    @PostMapping("/{id}/attendance")
    ResponseEntity<?> attendance(
            Caller caller, @PathVariable("id") String path, @Valid @RequestBody AttendanceForm form) {
        var id = meeting(path);
        var apologies = form.apologies() == null ? List.<String>of() : form.apologies();
        return sending(caller, id, null).done(new RecordAttendance(id, form.present(), apologies));
    }

    /**
     * An interest in a case. Without {@code member} it is the sender's own; the chair of the meeting can declare it for a member,
     * with a reason.
     */
    record InterestForm(
            @NotBlank @Identifier String referralId,
            @Nullable @Size(max = 100) String member,
            @NotNull InterestNature nature,
            @Nullable @Size(max = 4000) String reason) {}

    @PostMapping("/{id}/interests")
    ResponseEntity<?> interest(Caller caller, @PathVariable("id") String path, @Valid @RequestBody InterestForm form) {
        var id = meeting(path);
        var referral = CommandSender.referral(form.referralId());
        var sending = sending(caller, id, referral);
        var member = form.member() == null ? caller.actor().id() : form.member();
        return sending.done(new DeclareInterest(
                id,
                referral,
                member,
                form.nature(),
                sending.aboutIfAny(InterestDeclaredForMember.class, "reason", form.reason())));
    }

    /** That somebody has no interest in a case although it says so. */
    record InterestCorrectionForm(
            @NotBlank @Identifier String referralId,
            @NotBlank @Size(max = 100) String member,
            @NotBlank @Size(max = 4000) String reason) {}

    @PostMapping("/{id}/interest-corrections")
    ResponseEntity<?> correctInterest(
            Caller caller, @PathVariable("id") String path, @Valid @RequestBody InterestCorrectionForm form) {
        var id = meeting(path);
        var referral = CommandSender.referral(form.referralId());
        var sending = sending(caller, id, referral);
        return sending.done(new CorrectInterestDeclaration(
                id,
                referral,
                form.member(),
                sending.about(InterestDeclarationCorrected.class, "reason", form.reason())));
    }

    @PostMapping(path = "/{id}/held", consumes = "*/*")
    ResponseEntity<?> held(Caller caller, @PathVariable("id") String path) {
        var id = meeting(path);
        return sending(caller, id, null).done(new HoldHubMeeting(id));
    }

    /** Why it does not take place. */
    record CancellationForm(@NotBlank @Size(max = 400) String reason) {}

    @PostMapping("/{id}/cancellation")
    ResponseEntity<?> cancel(
            Caller caller, @PathVariable("id") String path, @Valid @RequestBody CancellationForm form) {
        var id = meeting(path);
        return sending(caller, id, null).done(new CancelHubMeeting(id, form.reason()));
    }

    private static MeetingId meeting(String path) {
        return new MeetingId(CommandSender.id(path));
    }

    private Sending sending(Caller caller, MeetingId id, @Nullable ReferralId referral) {
        return sender.about(id.value(), "/api/hub-meetings/" + id, referral, caller, Purpose.DISCUSS_AT_HUB);
    }
}
