package uk.earlyhelphub.command.referral.share;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.command.forms.Identifier;
import uk.earlyhelphub.command.sending.CommandSender;
import uk.earlyhelphub.events.ids.OverrideId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.ids.SharingId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.privacy.InformationCategory;
import uk.earlyhelphub.events.referral.Agency;
import uk.earlyhelphub.events.referral.Article9Condition;
import uk.earlyhelphub.events.referral.DataShared;
import uk.earlyhelphub.events.referral.LawfulBasis;
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
    private final CommandSender desk;
    private final Clock clock;

    SharingEndpoints(CommandSender desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** What is shared, with whom, why, and under which basis. */
    record SharingForm(
            @NotNull Agency recipient,
            @NotBlank @Size(max = 200) String recipientName,
            @NotEmpty List<@NotNull @Identifier String> people,
            @NotEmpty List<@NotNull InformationCategory> categories,

            @NotEmpty @Size(max = 40)
            List<
                            @NotBlank
                            @Pattern(
                                    regexp =
                                            "name|alsoKnownAs|dateOfBirth|dueOn|gender|nhsNumber|upn|uprn|address|postcode|phone|email|school|gp|language|information")
                            String>
                    fields,

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
        var sharing = new SharingId(caller.derived("sharing"));
        var sealing = desk.sealing(id, caller);
        var recipient = new PersonId(caller.derived("recipient"));
        var type = DataShared.class;
        var event = new DataShared(
                id,
                sharing,
                form.recipient(),
                recipient,
                sealing.of(type, "recipientName", recipient, form.recipientName()),
                form.people().stream()
                        .map(p -> new PersonId(CommandSender.id(p)))
                        .toList(),
                form.categories(),
                form.fields(),
                form.purpose(),
                form.basis(),
                List.of(),
                form.overrideId() == null ? null : new OverrideId(CommandSender.id(form.overrideId())),
                form.article9Condition(),
                sealing.about(type, "necessity", form.necessity()),
                sealing.about(type, "proportionality", form.proportionality()),
                form.channel(),
                form.familyTold(),
                sealing.aboutIfAny(type, "familyNotToldReason", form.familyNotToldReason()),
                LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London")),
                form.accessUntil());
        return desk.make(
                caller, Purpose.SHARE, new ShareData(event), id.value(), sharing.value(), "/api/referrals/" + id);
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
        var reason = desk.sealing(id, caller).aboutIfAny(SharingRecalled.class, "reason", form.reason());
        return act(caller, id, new RecallSharing(id, new SharingId(CommandSender.id(sharing)), form.cause(), reason));
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
        return act(caller, id, new AcknowledgeRecall(id, new SharingId(CommandSender.id(sharing)), form.answer()));
    }

    private ResponseEntity<?> act(Caller caller, ReferralId id, Object command) {
        return desk.act(caller, Purpose.SHARE, command, id.value(), "/api/referrals/" + id);
    }
}
