package uk.earlyhelphub.command.referral.information;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.api.forms.Code;
import uk.earlyhelphub.api.forms.Identifier;
import uk.earlyhelphub.command.sending.CommandSender;
import uk.earlyhelphub.events.ids.InformationId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.privacy.InformationCategory;
import uk.earlyhelphub.events.referral.InformationRecorded;
import uk.earlyhelphub.platform.web.Caller;

/** Writing down what is known of somebody. */
@RestController
class InformationEndpoint {
    private final CommandSender sender;

    InformationEndpoint(CommandSender sender) {
        this.sender = sender;
    }

    /** Information about somebody who is on record already. */
    record MoreInformationForm(
            @NotBlank @Identifier String personId,
            @NotNull InformationCategory category,
            @NotBlank @Code String kind,
            @NotBlank @Size(max = 20000) String text,
            @NotBlank @Size(max = 200) String source,
            @Nullable LocalDate statedOn) {}

    @PostMapping(path = "/api/referrals/{id}/information", consumes = "application/json")
    ResponseEntity<?> record(
            Caller caller, @PathVariable("id") String path, @Valid @RequestBody MoreInformationForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, caller, Purpose.CLARIFY_REFERRAL);
        var person = new PersonId(CommandSender.id(form.personId()));
        var information = new InformationId(caller.derived("information"));
        return sending.made(
                new RecordInformation(
                        id,
                        new NewInformation(
                                information,
                                person,
                                form.category(),
                                form.kind(),
                                sending.of(InformationRecorded.class, "text", person, form.text()),
                                sending.of(InformationRecorded.class, "source", person, form.source()),
                                form.statedOn())),
                information.value());
    }
}
