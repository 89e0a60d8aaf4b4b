package uk.earlyhelphub.command.referral.discuss;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import uk.earlyhelphub.events.ids.DiscussionId;
import uk.earlyhelphub.events.ids.MeetingId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.referral.DiscussedAtHub;
import uk.earlyhelphub.events.referral.Dissent;
import uk.earlyhelphub.events.referral.HubDecision;
import uk.earlyhelphub.events.referral.Option;
import uk.earlyhelphub.events.referral.TakenOffAgenda;
import uk.earlyhelphub.platform.web.Caller;

/** The referral's way through the Hub meeting. */
@RestController
@RequestMapping(path = "/api/referrals/{id}", consumes = "application/json")
class HubEndpoints {
    private final CommandSender sender;

    HubEndpoints(CommandSender sender) {
        this.sender = sender;
    }

    /** Which meeting. */
    record AgendaForm(@NotBlank @Identifier String meetingId) {}

    @PostMapping("/agenda")
    ResponseEntity<?> putOnAgenda(Caller caller, @PathVariable("id") String path, @Valid @RequestBody AgendaForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, caller, Purpose.DISCUSS_AT_HUB);
        return sending.done(new PutReferralOnAgenda(id, meeting(form.meetingId())));
    }

    /** Why it is taken off. */
    record RemovalForm(@NotBlank @Size(max = 4000) String reason) {}

    @PostMapping("/agenda-removals")
    ResponseEntity<?> takeOff(Caller caller, @PathVariable("id") String path, @Valid @RequestBody RemovalForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, caller, Purpose.DISCUSS_AT_HUB);
        var reason = sending.about(TakenOffAgenda.class, "reason", form.reason());
        return sending.done(new TakeReferralOffAgenda(id, reason));
    }

    /** One way forward. */
    record OptionForm(
            @NotNull HubDecision decision,
            @Nullable @Identifier String offerId) {}

    /** One dissent. */
    record DissentForm(
            @NotBlank @Size(max = 100) String member,
            @NotBlank @Size(max = 4000) String reason) {}

    /** What was discussed and decided. */
    record DiscussionForm(
            @NotBlank @Identifier String meetingId,
            @NotEmpty @Size(max = 20) List<@Valid OptionForm> options,
            @NotNull HubDecision decision,
            @NotBlank @Size(max = 20000) String rationale,
            @Nullable @Size(max = 30) List<@Valid DissentForm> dissent) {}

    @PostMapping("/discussions")
    ResponseEntity<?> discuss(Caller caller, @PathVariable("id") String path, @Valid @RequestBody DiscussionForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, caller, Purpose.DISCUSS_AT_HUB);
        var discussion = new DiscussionId(caller.derived("discussion"));
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
