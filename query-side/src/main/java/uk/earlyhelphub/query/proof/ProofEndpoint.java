package uk.earlyhelphub.query.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import uk.earlyhelphub.api.FileContent;
import uk.earlyhelphub.api.KeyHeaders;
import uk.earlyhelphub.api.proof.EventProof;
import uk.earlyhelphub.api.proof.HistoryExportApi;
import uk.earlyhelphub.api.proof.LogGrowth;
import uk.earlyhelphub.api.proof.ProofApi;
import uk.earlyhelphub.api.proof.ProofLogView;
import uk.earlyhelphub.api.proof.ProofLogView.ProofFinding;
import uk.earlyhelphub.events.ids.RecordId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.recordaccess.RefusedBecause;
import uk.earlyhelphub.model.access.AccessRight;
import uk.earlyhelphub.personaldata.AccessLedger;
import uk.earlyhelphub.platform.commands.CommandReceipts;
import uk.earlyhelphub.platform.commands.NotNow;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.engine.EventCodec;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.EventPosition;
import uk.earlyhelphub.platform.engine.StoredEvent;
import uk.earlyhelphub.platform.web.Caller;
import uk.earlyhelphub.platform.web.Callers;
import uk.earlyhelphub.proof.Hash;
import uk.earlyhelphub.proof.ProofFile;
import uk.earlyhelphub.proof.SignedCheckpoint;
import uk.earlyhelphub.query.access.CaseAccess;
import uk.earlyhelphub.query.access.Exports;
import uk.earlyhelphub.query.access.Reading;
import uk.earlyhelphub.query.access.RoleGuard;

/** What an auditor needs to check, with tools of their own, that history is what was recorded. */
@RestController
class ProofEndpoint implements ProofApi, HistoryExportApi {
    private static final JsonMapper JSON = EventCodec.mapper();
    private static final MediaType HISTORY = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private final ObjectProvider<ProofLogWriter> keeper;
    private final EventLog events;
    private final CommandReceipts receipts;
    private final CaseAccess door;
    private final Exports exports;
    private final AccessLedger ledger;
    private final RoleGuard gate;
    private final Callers callers;

    ProofEndpoint(
            ObjectProvider<ProofLogWriter> keeper,
            EventLog events,
            CommandReceipts receipts,
            CaseAccess door,
            Exports exports,
            AccessLedger ledger,
            RoleGuard gate,
            Callers callers) {
        this.callers = callers;
        this.ledger = ledger;
        this.keeper = keeper;
        this.events = events;
        this.receipts = receipts;
        this.door = door;
        this.exports = exports;
        this.gate = gate;
    }

    @Override
    public ResponseEntity<ProofLogView> proofLog() {
        gate.admitToList(callers.current(), Purpose.AUDIT, "proof", Role.AUDITOR, Role.DATA_PROTECTION_OFFICER);
        return fresh().body(standing(here()));
    }

    private static ProofLogView standing(ProofLogWriter here) {
        var standing = here.standing();
        var compared = standing.compared();
        var progress = standing.progress();
        return new ProofLogView(
                here.log().key().publicKey().name(),
                here.log().key().publicKey().toString(),
                standing.size(),
                standing.signedAt(),
                here.log().places(),
                standing.troubles(),
                standing.waiting().rows(),
                standing.waiting().since(),
                standing.waiting().heldBackBy(),
                progress == null ? null : progress.done(),
                compared == null ? null : compared.at(),
                standing.findings().stream()
                        .map(f -> new ProofFinding(f.kind().name(), f.where(), f.what()))
                        .toList(),
                standing.found());
    }

    @Override
    public ResponseEntity<ProofLogView> compare() {
        var caller = callers.current();
        requireOfficerHere(caller);
        var here = here();
        return fresh().body(patiently(() -> {
            here.held().compare();
            return standing(here);
        }));
    }

    @Override
    public ResponseEntity<String> checkpoint() {
        return fresh().body(newest(here()).note());
    }

    @Override
    public ResponseEntity<LogGrowth> consistency(long from) {
        var here = here();
        var newest = newest(here);
        var size = newest.checkpoint().size();
        requireSize(from, size);
        var proof = here.log().consistency(from, size);
        return fresh().body(new LogGrowth(
                from, size, proof.path().stream().map(Hash::toBase64).toList(), newest.note()));
    }

    @Override
    public ResponseEntity<EventProof> event(String path) {
        var caller = callers.current();
        var here = here();
        var position = EventPosition.parse(path).orElseThrow(Refused::unknown);
        var row = events.storedAt(position).orElseThrow(Refused::unknown);
        requireMay(caller, row);
        return fresh().body(patiently(() -> proof(here, row)));
    }

    private void requireMay(Caller caller, StoredEvent row) {
        if (!row.stream().equals("Referral")) {
            requireOfficer(caller);
            requireNotShut(caller, List.of(row));
            lookedAt(caller, "proof.event=" + row.position());
            return;
        }
        var look = new CaseAccess.Asked(caller, Purpose.ACCOUNT_FOR_DECISIONS, "proof");
        var id = Reading.referral(row.aggregateId());
        door.open(look, id, AccessRight::seesTheWhole);
    }

    /**
     * What somebody did about a case, e.g. that they opened it, is no officer's to see whose own family it is. It is read from what is
     * stored, so that it holds for events of a later release, too.
     */
    private void requireNotShut(Caller caller, List<StoredEvent> rows) {
        var about = rows.stream()
                .map(row -> JSON.readTree(row.payload()).path("referralId").asString(""))
                .filter(RecordId::isCanonical)
                .distinct()
                .map(ReferralId::new)
                .toList();
        if (!door.shut(caller.actor(), about).isEmpty()) {
            throw door.refused(
                    new CaseAccess.Asked(caller, Purpose.AUDIT, "proof"), about.getFirst(), RefusedBecause.NO_TIE);
        }
    }

    /** An event's envelope says who acted: an officer's look at it is on record before it is shown. */
    private void lookedAt(Caller caller, String what) {
        ledger.searched(Reading.reader(caller, Purpose.AUDIT), List.of(what), List.of());
    }

    private void requireOfficerHere(Caller caller) {
        gate.admitToAddress(caller, Purpose.AUDIT, "proof", Role.AUDITOR, Role.DATA_PROTECTION_OFFICER);
    }

    private void requireOfficer(Caller caller) {
        gate.admit(caller, Purpose.AUDIT, "proof", Role.AUDITOR, Role.DATA_PROTECTION_OFFICER);
    }

    @Override
    public ResponseEntity<List<EventProof>> command(String command) {
        var caller = callers.current();
        var here = here();
        // By the key that the caller sent it with, or by what it is called in the history.
        var called = receipts.find(caller.actor().id(), command).isPresent() ? command : caller.commandOf(command);
        var own = receipts.find(caller.actor().id(), called);
        if (own.isEmpty()) {
            requireOfficer(caller);
            lookedAt(caller, "proof.command=" + command);
        }
        // Different people may have used one key for commands of their own.
        var asked = own.map(List::of).orElseGet(() -> receipts.of(command));
        if (asked.isEmpty()) {
            throw Refused.unknown();
        }
        var rows = new ArrayList<StoredEvent>();
        for (var receipt : asked) {
            for (var changed : receipt.versions().entrySet()) {
                for (var position :
                        events.positionsOf(own.isEmpty() ? command : called, changed.getKey(), changed.getValue())) {
                    rows.add(events.storedAt(position).orElseThrow(Refused::unknown));
                }
            }
        }
        requireAll(caller, rows, own.isPresent());
        return fresh().body(patiently(() -> {
            var proofs = new ArrayList<EventProof>();
            for (var row : rows) {
                proofs.add(proof(here, row));
            }
            return proofs;
        }));
    }

    /** An event is shown as it is stored: to have sent a command once opens no case that is shut to the sender now. */
    private void requireAll(Caller caller, List<StoredEvent> rows, boolean own) {
        var cases = rows.stream()
                .filter(r -> r.stream().equals("Referral"))
                .map(StoredEvent::aggregateId)
                .distinct()
                .toList();
        if (!own) {
            requireNotShut(caller, rows);
        }
        for (var one : cases) {
            var look = new CaseAccess.Asked(caller, Purpose.ACCOUNT_FOR_DECISIONS, "proof");
            door.open(look, Reading.referral(one), right -> own || right.seesTheWhole());
        }
        if (own && cases.isEmpty()) {
            lookedAt(caller, "proof");
        }
    }

    private static EventProof proof(ProofLogWriter here, StoredEvent row) throws IOException, InterruptedException {
        var newest = here.awaitSigned(row.position(), PATIENCE);
        if (newest == null) {
            throw new NotNow("The newest checkpoint does not cover this event yet. Ask again in a few seconds.");
        }
        var index = here.log().index(StoredHistory.position(row.position())).orElseThrow(Refused::unknown);
        var path = here.log().inclusion(index, newest.checkpoint().size());
        return new EventProof(
                row.position().toString(),
                row.eventId(),
                row.type(),
                index,
                StoredHistory.leaf(row).line(),
                new ProofFile(path, newest.note()).text());
    }

    private static void requireSize(long from, long size) {
        if (from < 1 || from > size) {
            throw Refused.by(
                    ProofRule.NO_SUCH_SIZE,
                    "from",
                    "Name the size of a checkpoint that you kept: between 1 and " + size + ".");
        }
    }

    @Override
    public ResponseEntity<FileContent> exportHistory(KeyHeaders headers, HistoryExportForm form) {
        var caller = callers.current();
        requireOfficerHere(caller);
        var here = here();
        var newest = newest(here);
        var size = newest.checkpoint().size();
        var from = form.from() == null ? 0 : form.from();
        if (form.from() != null) {
            requireSize(from, size);
        }
        var asked = new Exports.Asked(
                caller, form.purpose(), null, "history", "hub-history", List.of(), form.expiresInDays());
        var history = new HistoryExport(here.log(), events, from, newest);
        return exports.hand(asked, HISTORY, history.name(), (out, access) -> history.write(out));
    }

    /** Something that reads the log, and perhaps waits for it. */
    private interface FromTheLog<T> {
        T read() throws IOException, InterruptedException;
    }

    private static <T> T patiently(FromTheLog<T> reading) {
        try {
            return reading.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new NotNow("The Hub is stopping. Ask again in a moment.");
        }
    }

    private ProofLogWriter here() {
        var here = keeper.getIfAvailable();
        if (here == null) {
            throw Refused.by(
                    ProofRule.NO_PROOF_LOG_HERE, "This process does not keep the proof log. Ask the one that does.");
        }
        return here;
    }

    private static SignedCheckpoint newest(ProofLogWriter here) {
        return here.log()
                .newest()
                .orElseThrow(() -> Refused.by(ProofRule.NOTHING_RECORDED, "Nothing was recorded yet."));
    }

    private static ResponseEntity.BodyBuilder fresh() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore());
    }
}
