package uk.earlyhelphub.command.referral.share;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
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
import uk.earlyhelphub.events.ids.OverrideId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.SharingId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.privacy.InformationCategory;
import uk.earlyhelphub.events.referral.Agency;
import uk.earlyhelphub.events.referral.Article9Condition;
import uk.earlyhelphub.events.referral.DataShared;
import uk.earlyhelphub.events.referral.LawfulBasis;
import uk.earlyhelphub.events.referral.PersonDetail;
import uk.earlyhelphub.events.referral.RecallAnswer;
import uk.earlyhelphub.events.referral.RecallCause;
import uk.earlyhelphub.events.referral.SharingChannel;
import uk.earlyhelphub.events.referral.SharingPurpose;
import uk.earlyhelphub.events.referral.SharingRecalled;
import uk.earlyhelphub.platform.web.Caller;

/** Sharing data, asking it back, and hearing from the recipient. */
@RestController
@RequestMapping(path = "/api/referrals/{id}/sharings", consumes = "application/json")
class SharingEndpoints {
    private final CommandSender sender;

    SharingEndpoints(CommandSender sender) {
        this.sender = sender;
    }

    /** What is shared, with whom, why, and under which basis. */
    record SharingForm(
            @NotNull Agency recipient,
            @NotBlank @Size(max = 200) String recipientName,
            @NotEmpty List<@NotNull @Identifier String> people,
            @NotEmpty List<@NotNull InformationCategory> categories,

            @NotEmpty @Size(max = 40) List<@NotBlank @Pattern(regexp = PersonDetail.SHAREABLE) String> fields,

            @NotNull SharingPurpose purpose,
            @NotNull LawfulBasis basis,
            @Nullable @Identifier String overrideId,
            @Nullable Article9Condition article9Condition,
            @NotBlank @Size(max = 4000) String necessity,
            @NotBlank @Size(max = 4000) String proportionality,
            @NotNull SharingChannel channel,
            @NotNull Boolean familyTold,
            @Nullable @Size(max = 4000) String familyNotToldReason,
            @NotNull LocalDate accessUntil) {}

    @PostMapping
    ResponseEntity<?> share(Caller caller, @PathVariable("id") String path, @Valid @RequestBody SharingForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, caller, Purpose.SHARE);
        var sharing = new SharingId(caller.derived("sharing"));
        var recipient = new PersonId(caller.derived("recipient"));
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

    /** Why it is asked back. */
    record RecallForm(
            @NotNull RecallCause cause,
            @Nullable @Size(max = 4000) String reason) {}

    @PostMapping("/{sharing}/recall")
    ResponseEntity<?> recall(
            Caller caller,
            @PathVariable("id") String path,
            @PathVariable("sharing") String sharing,
            @Valid @RequestBody RecallForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, caller, Purpose.SHARE);
        var reason = sending.aboutIfAny(SharingRecalled.class, "reason", form.reason());
        return sending.done(new RecallSharing(id, new SharingId(CommandSender.id(sharing)), form.cause(), reason));
    }

    /** What was done with it. */
    record RecallAnswerForm(@NotNull RecallAnswer answer) {}

    @PostMapping("/{sharing}/recall-acknowledgement")
    ResponseEntity<?> acknowledge(
            Caller caller,
            @PathVariable("id") String path,
            @PathVariable("sharing") String sharing,
            @Valid @RequestBody RecallAnswerForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, caller, Purpose.SHARE);
        return sending.done(new AcknowledgeRecall(id, new SharingId(CommandSender.id(sharing)), form.answer()));
    }
}
