package uk.earlyhelphub.command.referral.share;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.api.CommandHeaders;
import uk.earlyhelphub.api.Reply;
import uk.earlyhelphub.api.referral.SharingApi;
import uk.earlyhelphub.command.sending.CommandSender;
import uk.earlyhelphub.events.ids.OverrideId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.SharingId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.referral.DataShared;
import uk.earlyhelphub.events.referral.SharingRecalled;

/** Sharing data, asking it back, and hearing from the recipient. */
@RestController
class SharingEndpoints implements SharingApi {
    private final CommandSender sender;

    SharingEndpoints(CommandSender sender) {
        this.sender = sender;
    }

    @Override
    public ResponseEntity<Reply> share(String path, CommandHeaders headers, SharingForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, Purpose.SHARE);
        var sharing = new SharingId(sending.newId("sharing"));
        var recipient = new PersonId(sending.newId("recipient"));
        var type = DataShared.class;
        var command = new ShareData(
                id,
                sharing,
                form.recipient(),
                recipient,
                sending.of(type, "recipientName", recipient, form.recipientName()),
                form.people().stream()
                        .map(p -> new PersonId(CommandSender.id(p)))
                        .toList(),
                form.categories(),
                form.fields(),
                form.purpose(),
                form.basis(),
                form.overrideId() == null ? null : new OverrideId(CommandSender.id(form.overrideId())),
                form.article9Condition(),
                sending.about(type, "necessity", form.necessity()),
                sending.about(type, "proportionality", form.proportionality()),
                form.channel(),
                form.familyTold(),
                sending.aboutIfAny(type, "familyNotToldReason", form.familyNotToldReason()),
                form.accessUntil());
        return sending.made(command, sharing.value());
    }

    @Override
    public ResponseEntity<Reply> recall(String path, String sharing, CommandHeaders headers, RecallForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, Purpose.SHARE);
        var reason = sending.aboutIfAny(SharingRecalled.class, "reason", form.reason());
        return sending.done(new RecallSharing(id, new SharingId(CommandSender.id(sharing)), form.cause(), reason));
    }

    @Override
    public ResponseEntity<Reply> acknowledge(
            String path, String sharing, CommandHeaders headers, RecallAnswerForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, Purpose.SHARE);
        return sending.done(new AcknowledgeRecall(id, new SharingId(CommandSender.id(sharing)), form.answer()));
    }
}
