package uk.earlyhelphub.command.referral.notice;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.api.forms.Code;
import uk.earlyhelphub.api.forms.Identifier;
import uk.earlyhelphub.command.sending.CommandSender;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.platform.web.Caller;

/** Giving the privacy notice. */
@RestController
class NoticeEndpoint {
    private final CommandSender sender;

    NoticeEndpoint(CommandSender sender) {
        this.sender = sender;
    }

    /** A notice that was given. */
    record NoticeForm(
            @NotBlank @Identifier String personId,
            @NotBlank @Size(max = 40) String noticeVersion,
            @NotBlank @Code String method,
            @NotNull LocalDate givenOn) {}

    @PostMapping(path = "/api/referrals/{id}/privacy-notices", consumes = "application/json")
    ResponseEntity<?> give(Caller caller, @PathVariable("id") String path, @Valid @RequestBody NoticeForm form) {
        var id = CommandSender.referral(path);
        return sender.on(id, caller, Purpose.CLARIFY_REFERRAL)
                .done(new GivePrivacyNotice(
                        id,
                        new PersonId(CommandSender.id(form.personId())),
                        form.noticeVersion(),
                        form.method(),
                        form.givenOn()));
    }
}
