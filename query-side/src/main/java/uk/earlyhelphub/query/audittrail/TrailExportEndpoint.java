package uk.earlyhelphub.query.audittrail;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.platform.web.Caller;
import uk.earlyhelphub.query.access.CaseAccess;
import uk.earlyhelphub.query.access.Exports;
import uk.earlyhelphub.query.access.RoleGuard;
import uk.earlyhelphub.query.audittrail.TrailExport.Format;
import uk.earlyhelphub.query.proof.NewestCheckpoint;

/**
 * Takes the trail out of the Hub as a file. To read is the act, and the same request sent again is the same export; see
 * {@link Exports}.
 */
@RestController
class TrailExportEndpoint {
    private final TrailLines lines;
    private final CaseAccess door;
    private final Exports exports;
    private final NewestCheckpoint checkpoint;
    private final RoleGuard gate;

    TrailExportEndpoint(
            TrailLines lines, CaseAccess door, Exports exports, NewestCheckpoint checkpoint, RoleGuard gate) {
        this.lines = lines;
        this.door = door;
        this.exports = exports;
        this.checkpoint = checkpoint;
        this.gate = gate;
    }

    /**
     * What to export, why, and how long the copy may be kept.
     *
     * @param filter by what to narrow it down; everything if it is left out
     */
    record TrailExportForm(
            @NotNull Format format,
            @NotNull Purpose purpose,
            @NotNull @Min(1) @Max(3660) Integer expiresInDays,
            @Nullable @Valid TrailFilter filter) {}

    @PostMapping(path = "/api/trail/exports", consumes = "application/json")
    void export(Caller caller, @Valid @RequestBody TrailExportForm form, HttpServletResponse response)
            throws IOException {
        gate.admitToAddress(caller, Purpose.AUDIT, "trail-export", Role.AUDITOR, Role.DATA_PROTECTION_OFFICER);
        var filter =
                form.filter() == null ? TrailFilter.everything() : form.filter().checked();
        var asked = new Exports.Asked(
                caller,
                form.purpose(),
                filter.referral() == null ? null : new ReferralId(filter.referral()),
                "trail",
                form.format().name(),
                filter.onRecord(),
                form.expiresInDays());
        var export = new TrailExport(
                lines,
                page -> door.withoutShut(caller.actor(), page, TrailLines.Line::referralId),
                filter,
                form.format(),
                checkpoint.note().orElse(null));
        exports.hand(asked, "application/zip", "trail.zip", response, (out, access) -> export.writeTo(out));
    }
}
