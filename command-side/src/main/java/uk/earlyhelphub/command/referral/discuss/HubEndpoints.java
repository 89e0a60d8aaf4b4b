package uk.earlyhelphub.command.referral.discuss;

import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.api.CommandHeaders;
import uk.earlyhelphub.api.Reply;
import uk.earlyhelphub.api.referral.DiscussionApi;
import uk.earlyhelphub.command.sending.CommandSender;
import uk.earlyhelphub.events.ids.DiscussionId;
import uk.earlyhelphub.events.ids.MeetingId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.referral.DiscussedAtHub;
import uk.earlyhelphub.events.referral.Dissent;
import uk.earlyhelphub.events.referral.Option;
import uk.earlyhelphub.events.referral.TakenOffAgenda;

/** The referral's way through the Hub meeting. */
@RestController
class HubEndpoints implements DiscussionApi {
    private final CommandSender sender;

    HubEndpoints(CommandSender sender) {
        this.sender = sender;
    }

    @Override
    public ResponseEntity<Reply> putOnAgenda(String path, CommandHeaders headers, AgendaForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, Purpose.DISCUSS_AT_HUB);
        return sending.done(new PutReferralOnAgenda(id, meeting(form.meetingId())));
    }

    @Override
    public ResponseEntity<Reply> takeOff(String path, CommandHeaders headers, RemovalForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, Purpose.DISCUSS_AT_HUB);
        var reason = sending.about(TakenOffAgenda.class, "reason", form.reason());
        return sending.done(new TakeReferralOffAgenda(id, reason));
    }

    @Override
    public ResponseEntity<Reply> discuss(String path, CommandHeaders headers, DiscussionForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, Purpose.DISCUSS_AT_HUB);
        var discussion = new DiscussionId(sending.newId("discussion"));
        var type = DiscussedAtHub.class;
        var dissent = form.dissent() == null ? List.<DissentForm>of() : form.dissent();
        var command = new DiscussAtHub(
                id,
                discussion,
                meeting(form.meetingId()),
                form.options().stream()
                        .map(o -> new Option(o.decision(), o.offerId()))
                        .toList(),
                form.decision(),
                sending.about(type, "rationale", form.rationale()),
                dissent.stream()
                        .map(d -> new Dissent(d.member(), sending.about(type, "reason", d.reason())))
                        .toList());
        return sending.made(command, discussion.value());
    }

    private static MeetingId meeting(String id) {
        return new MeetingId(CommandSender.id(id));
    }
}
