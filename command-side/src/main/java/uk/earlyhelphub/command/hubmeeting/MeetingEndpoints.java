package uk.earlyhelphub.command.hubmeeting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.api.CommandHeaders;
import uk.earlyhelphub.api.Reply;
import uk.earlyhelphub.api.hubmeeting.MeetingApi;
import uk.earlyhelphub.command.sending.CommandSender;
import uk.earlyhelphub.command.sending.Sending;
import uk.earlyhelphub.events.hubmeeting.InterestDeclarationCorrected;
import uk.earlyhelphub.events.hubmeeting.InterestDeclaredForMember;
import uk.earlyhelphub.events.hubmeeting.Member;
import uk.earlyhelphub.events.ids.MeetingId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.platform.web.Callers;

/** Calling and running Hub meetings. */
@RestController
class MeetingEndpoints implements MeetingApi {
    private final CommandSender sender;
    private final Callers callers;

    MeetingEndpoints(CommandSender sender, Callers callers) {
        this.sender = sender;
        this.callers = callers;
    }

    @Override
    public ResponseEntity<Reply> schedule(CommandHeaders headers, MeetingForm form) {
        var id = new MeetingId(sender.newId("meeting"));
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
        return sending(id, null).made(command, id.value());
    }

    @Override
    public ResponseEntity<Reply> publish(String path, CommandHeaders headers) {
        var id = meeting(path);
        return sending(id, null).done(new PublishAgenda(id));
    }

    @Override
    public ResponseEntity<Reply> attendance(String path, CommandHeaders headers, AttendanceForm form) {
        var id = meeting(path);
        var apologies = form.apologies() == null ? List.<String>of() : form.apologies();
        return sending(id, null).done(new RecordAttendance(id, form.present(), apologies));
    }

    @Override
    public ResponseEntity<Reply> interest(String path, CommandHeaders headers, InterestForm form) {
        var id = meeting(path);
        var referral = CommandSender.referral(form.referralId());
        var sending = sending(id, referral);
        var member = form.member() == null ? callers.current().actor().id() : form.member();
        return sending.done(new DeclareInterest(
                id,
                referral,
                member,
                form.nature(),
                sending.aboutIfAny(InterestDeclaredForMember.class, "reason", form.reason())));
    }

    @Override
    public ResponseEntity<Reply> correctInterest(String path, CommandHeaders headers, InterestCorrectionForm form) {
        var id = meeting(path);
        var referral = CommandSender.referral(form.referralId());
        var sending = sending(id, referral);
        return sending.done(new CorrectInterestDeclaration(
                id,
                referral,
                form.member(),
                sending.about(InterestDeclarationCorrected.class, "reason", form.reason())));
    }

    @Override
    public ResponseEntity<Reply> held(String path, CommandHeaders headers) {
        var id = meeting(path);
        return sending(id, null).done(new HoldHubMeeting(id));
    }

    @Override
    public ResponseEntity<Reply> cancel(String path, CommandHeaders headers, CancellationForm form) {
        var id = meeting(path);
        return sending(id, null).done(new CancelHubMeeting(id, form.reason()));
    }

    private static MeetingId meeting(String path) {
        return new MeetingId(CommandSender.id(path));
    }

    private Sending sending(MeetingId id, @Nullable ReferralId referral) {
        return sender.about(id.value(), "/api/hub-meetings/" + id, referral, Purpose.DISCUSS_AT_HUB);
    }
}
