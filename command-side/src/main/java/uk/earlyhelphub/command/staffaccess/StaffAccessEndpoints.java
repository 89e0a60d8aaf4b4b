package uk.earlyhelphub.command.staffaccess;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.api.CommandHeaders;
import uk.earlyhelphub.api.Reply;
import uk.earlyhelphub.api.staffaccess.StaffAccessApi;
import uk.earlyhelphub.command.sending.CommandSender;
import uk.earlyhelphub.events.ids.StaffAccessId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.personaldata.StaffAccessCheck;

/** Ending and restoring a colleague's access. */
@RestController
class StaffAccessEndpoints implements StaffAccessApi {
    private final CommandSender sender;

    StaffAccessEndpoints(CommandSender sender) {
        this.sender = sender;
    }

    @Override
    public ResponseEntity<Reply> end(CommandHeaders headers, StaffAccessEndForm form) {
        var id = new StaffAccessId(StaffAccessCheck.accessId(form.staff()));
        return act(id, new EndStaffAccess(id, form.staff(), form.cause(), Boolean.TRUE.equals(form.neverSeen())));
    }

    @Override
    public ResponseEntity<Reply> restore(CommandHeaders headers, StaffAccessRestorationForm form) {
        var id = new StaffAccessId(StaffAccessCheck.accessId(form.staff()));
        return act(id, new RestoreStaffAccess(id, form.staff()));
    }

    private ResponseEntity<Reply> act(StaffAccessId id, Object command) {
        return sender.about(id.value(), "/api/staff-access", null, Purpose.OPERATE)
                .done(command);
    }
}
