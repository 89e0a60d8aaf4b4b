package uk.earlyhelphub.command.staffaccess;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.command.sending.CommandSender;
import uk.earlyhelphub.events.ids.StaffAccessId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.staffaccess.StaffAccessEnd;
import uk.earlyhelphub.platform.web.Caller;
import uk.earlyhelphub.platform.web.StaffAccessCheck;

/** Ending and restoring a colleague's access. */
@RestController
@RequestMapping(path = "/api/staff-access", consumes = "application/json")
class StaffAccessEndpoints {
    private final CommandSender sender;

    StaffAccessEndpoints(CommandSender sender) {
        this.sender = sender;
    }

    /** Whose access ends; {@code staff} is the id that the identity provider knows them by. */
    record StaffAccessEndForm(
            @NotBlank @Size(max = 200) String staff,
            @NotNull StaffAccessEnd cause) {}

    @PostMapping("/ends")
    ResponseEntity<?> end(Caller caller, @Valid @RequestBody StaffAccessEndForm form) {
        var id = new StaffAccessId(StaffAccessCheck.accessId(form.staff()));
        return act(caller, id, new EndStaffAccess(id, form.staff(), form.cause()));
    }

    /** Whose access is restored. */
    record StaffAccessRestorationForm(
            @NotBlank @Size(max = 200) String staff) {}

    @PostMapping("/restorations")
    ResponseEntity<?> restore(Caller caller, @Valid @RequestBody StaffAccessRestorationForm form) {
        var id = new StaffAccessId(StaffAccessCheck.accessId(form.staff()));
        return act(caller, id, new RestoreStaffAccess(id, form.staff()));
    }

    private ResponseEntity<?> act(Caller caller, StaffAccessId id, Object command) {
        return sender.about(id.value(), "/api/staff-access", null, caller, Purpose.OPERATE)
                .done(command);
    }
}
