package uk.earlyhelphub.query.accountabilitypack;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import uk.earlyhelphub.api.FileContent;
import uk.earlyhelphub.api.KeyHeaders;
import uk.earlyhelphub.api.casefile.CaseReader;
import uk.earlyhelphub.api.pack.AccountabilityPack;
import uk.earlyhelphub.api.pack.PackApi;
import uk.earlyhelphub.api.pack.PackProfile;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.model.access.AccessRight;
import uk.earlyhelphub.platform.commands.CommandReceipts;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.commands.TooOften;
import uk.earlyhelphub.platform.engine.EventCodec;
import uk.earlyhelphub.platform.web.Caller;
import uk.earlyhelphub.platform.web.Callers;
import uk.earlyhelphub.query.access.CaseAccess;
import uk.earlyhelphub.query.access.Exports;
import uk.earlyhelphub.query.access.Reading;
import uk.earlyhelphub.query.access.Reveal;

/**
 * One call for a complaint: everything that accounts for one decision, as JSON and as a document that everybody can read. To read is
 * the act: a pack changes nothing but what is on record about who read, and the same request sent again is the same pack.
 */
@RestController
class PackEndpoint implements PackApi {
    private static final String VIEW = "accountability-pack";
    private static final JsonMapper JSON = EventCodec.mapper();

    private final PackStore shelf;
    private final PackWorker worker;
    private final CaseAccess door;
    private final Exports exports;
    private final Reveal reveal;
    private final Callers callers;

    PackEndpoint(PackStore shelf, PackWorker worker, CaseAccess door, Exports exports, Reveal reveal, Callers callers) {
        this.callers = callers;
        this.shelf = shelf;
        this.worker = worker;
        this.door = door;
        this.exports = exports;
        this.reveal = reveal;
    }

    @Override
    public ResponseEntity<PackState> ask(String path, KeyHeaders headers, PackForm form) {
        var caller = callers.current();
        var asked = new CaseAccess.Asked(caller, Purpose.ACCOUNT_FOR_DECISIONS, VIEW);
        var id = door.referral(asked, path);
        var opened = door.open(asked, id, AccessRight::seesTheWhole);
        if (PackAssembler.decision(opened.history(), form.discussionId()).isEmpty()) {
            throw Refused.by(PackRule.NO_SUCH_DECISION, "discussionId", "No Hub meeting decided this about the case.");
        }
        var complainant = form.complainant() == null ? null : form.complainant();
        var known = opened.state().household().people().stream()
                .map(p -> p.personId().value())
                .toList();
        if (form.profile() == PackProfile.COMPLAINANT && (complainant == null || !known.contains(complainant))) {
            throw Refused.by(
                    PackRule.COMPLAINANT_UNKNOWN, "complainant", "Name the person of this case who complains.");
        }
        var pack = caller.derived("accountability-pack");
        var taken = shelf.ask(
                pack,
                caller.fingerprint(),
                id,
                form.discussionId(),
                form.profile(),
                form.profile() == PackProfile.COMPLAINANT && complainant != null ? new PersonId(complainant) : null,
                caller.actor(),
                caller.correlationId(),
                shelf.today().plusDays(form.expiresInDays()));
        if (!taken) {
            requireSameRequest(caller, pack);
        }
        worker.look();
        return ResponseEntity.accepted()
                .location(URI.create("/api/accountability-packs/" + pack))
                .body(state(mine(caller, pack)));
    }

    /** What was asked for already is the pack that was asked for; another request by its key is none, nor is one too many. */
    private void requireSameRequest(Caller caller, String pack) {
        var asked = shelf.fingerprint(pack);
        if (asked.isEmpty()) {
            throw new TooOften(
                    PackLimit.TOO_MANY_PACKS, "You have five packs waiting to be made. Ask for more once they are.");
        }
        if (!asked.get().equals(caller.fingerprint())) {
            throw CommandReceipts.reused();
        }
    }

    @Override
    public ResponseEntity<PackState> state(String path) {
        var caller = callers.current();
        var kept = mine(caller, path);
        var asked = new CaseAccess.Asked(caller, Purpose.ACCOUNT_FOR_DECISIONS, VIEW);
        door.requireVisible(asked, kept.referral(), AccessRight::seesTheWhole);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(state(kept));
    }

    private static PackState state(PackStore.Kept kept) {
        return new PackState(
                kept.id(),
                kept.referral().value(),
                kept.discussionId(),
                kept.profile(),
                PackStage.valueOf(kept.state().name()),
                kept.done(),
                PackAssembler.SECTIONS,
                kept.requestedAt(),
                kept.expiresOn());
    }

    @Override
    public ResponseEntity<FileContent> json(String path, KeyHeaders headers) {
        return hand(path, MediaType.APPLICATION_JSON, "json");
    }

    @Override
    public ResponseEntity<FileContent> pdf(String path, KeyHeaders headers) {
        return hand(path, MediaType.APPLICATION_PDF, "pdf");
    }

    private ResponseEntity<FileContent> hand(String path, MediaType type, String form) {
        var caller = callers.current();
        var kept = mine(caller, path);
        var sealed = kept.sealed();
        if (sealed == null) {
            throw Refused.by(PackRule.PACK_NOT_READY, "This pack is " + kept.state() + ".");
        }
        // Whoever lost their tie to the case since has lost the pack too, and whoever lost its texts has lost a pack
        // with texts.
        var asked = new CaseAccess.Asked(caller, Purpose.ACCOUNT_FOR_DECISIONS, VIEW);
        var opened = door.open(asked, kept.referral(), AccessRight::seesTheWhole);
        var text = reveal.text(opened.access(), sealed);
        if (text.equals(Reveal.ERASED)) {
            throw Refused.unknown();
        }
        var pack = pack(kept, text);
        if (holdsTexts(pack.about().seenAs()) && !opened.right().seesContent()) {
            throw Refused.by(
                    PackRule.PACK_OUT_OF_REACH, "This pack holds texts of the case that you may no longer see.");
        }
        var days = (int) Math.max(1, java.time.temporal.ChronoUnit.DAYS.between(shelf.today(), kept.expiresOn()));
        var export = new Exports.Asked(
                caller,
                Purpose.ACCOUNT_FOR_DECISIONS,
                kept.referral(),
                VIEW,
                form,
                List.of("profile=" + kept.profile(), "discussion=" + kept.discussionId()),
                days);
        return exports.hand(export, type, "accountability-pack." + form, (out, access) -> {
            if (form.equals("json")) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            } else {
                PackPdf.write(pack, out);
            }
            return 1;
        });
    }

    /** The pack as it was kept; one that an earlier release laid out otherwise is made again. */
    private AccountabilityPack pack(PackStore.Kept kept, String text) {
        try {
            return JSON.readValue(text, AccountabilityPack.class);
        } catch (JacksonException _) {
            shelf.makeAgain(kept.id());
            worker.look();
            throw Refused.by(
                    PackRule.PACK_NOT_READY,
                    "This pack was made by an earlier release. It is made again; ask for it in a moment.");
        }
    }

    private static boolean holdsTexts(CaseReader seenAs) {
        return switch (seenAs) {
            case TEAM, BREAK_GLASS, RELATIVE_IN_EMERGENCY, PROVIDER, HUB_MEMBER -> true;
            case DATA_PROTECTION, INVESTIGATION, AUDIT -> false;
        };
    }

    private PackStore.Kept mine(Caller caller, String path) {
        return shelf.mine(Reading.id(path), caller.actor()).orElseThrow(Refused::unknown);
    }
}
