package uk.earlyhelphub.query.audittrail;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.api.FileContent;
import uk.earlyhelphub.api.KeyHeaders;
import uk.earlyhelphub.api.trail.TrailExportApi;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.platform.web.Callers;
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
class TrailExportEndpoint implements TrailExportApi {
    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

    private final TrailLines lines;
    private final CaseAccess door;
    private final Exports exports;
    private final NewestCheckpoint checkpoint;
    private final RoleGuard gate;
    private final Callers callers;

    TrailExportEndpoint(
            TrailLines lines,
            CaseAccess door,
            Exports exports,
            NewestCheckpoint checkpoint,
            RoleGuard gate,
            Callers callers) {
        this.callers = callers;
        this.lines = lines;
        this.door = door;
        this.exports = exports;
        this.checkpoint = checkpoint;
        this.gate = gate;
    }

    @Override
    public ResponseEntity<FileContent> export(KeyHeaders headers, TrailExportForm form) {
        var caller = callers.current();
        gate.admitToAddress(caller, Purpose.AUDIT, "trail-export", Role.AUDITOR, Role.DATA_PROTECTION_OFFICER);
        var filter = form.filter() == null
                ? TrailFilter.everything()
                : filter(form.filter()).checked();
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
                Format.valueOf(form.format().name()),
                checkpoint.note().orElse(null));
        return exports.hand(asked, ZIP, "trail.zip", (out, access) -> export.writeTo(out));
    }

    private static TrailFilter filter(TrailFilterForm form) {
        return new TrailFilter(
                form.referral(),
                form.person(),
                form.actor(),
                form.organisation(),
                form.type(),
                form.purpose(),
                form.from(),
                form.to(),
                form.correlation(),
                form.name(),
                form.role());
    }
}
