package uk.earlyhelphub.command.referral.triage;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.api.CommandHeaders;
import uk.earlyhelphub.api.Reply;
import uk.earlyhelphub.api.referral.TriageApi;
import uk.earlyhelphub.command.sending.CommandSender;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.referral.ReferralTriaged;

/** Setting the level of need. */
@RestController
class TriageEndpoint implements TriageApi {
    private final CommandSender sender;

    TriageEndpoint(CommandSender sender) {
        this.sender = sender;
    }

    @Override
    public ResponseEntity<Reply> triage(String path, CommandHeaders headers, TriageForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, Purpose.CLARIFY_REFERRAL);
        var rationale = sending.about(ReferralTriaged.class, "rationale", form.rationale());
        return sending.done(new TriageReferral(id, form.level(), rationale, form.triagedOn()));
    }
}
