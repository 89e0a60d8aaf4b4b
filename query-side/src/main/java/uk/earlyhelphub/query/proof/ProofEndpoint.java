package uk.earlyhelphub.query.proof;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.model.access.AccessRight;
import uk.earlyhelphub.personaldata.AccessLedger;
import uk.earlyhelphub.platform.commands.CommandReceipts;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.EventPosition;
import uk.earlyhelphub.platform.engine.StoredEvent;
import uk.earlyhelphub.platform.web.Caller;
import uk.earlyhelphub.proof.Hash;
import uk.earlyhelphub.proof.HistoryWriter;
import uk.earlyhelphub.proof.LeafPosition;
import uk.earlyhelphub.proof.ProofFile;
import uk.earlyhelphub.proof.SignedCheckpoint;
import uk.earlyhelphub.query.access.CaseAccess;
import uk.earlyhelphub.query.access.Exports;
import uk.earlyhelphub.query.access.Reading;
import uk.earlyhelphub.query.access.RoleGuard;

/** What an auditor needs to check, with tools of their own, that history is what was recorded. */
@RestController
class ProofEndpoint {
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private final ObjectProvider<ProofLogWriter> keeper;
    private final EventLog events;
    private final CommandReceipts receipts;
    private final CaseAccess door;
    private final Exports exports;
    private final AccessLedger ledger;
    private final RoleGuard gate;

    ProofEndpoint(
            ObjectProvider<ProofLogWriter> keeper,
            EventLog events,
            CommandReceipts receipts,
            CaseAccess door,
            Exports exports,
            AccessLedger ledger,
            RoleGuard gate) {
        this.ledger = ledger;
        this.keeper = keeper;
        this.events = events;
        this.receipts = receipts;
        this.door = door;
        this.exports = exports;
        this.gate = gate;
    }

    /** One thing that is not as it was recorded. */
    record FindingEntry(String kind, String where, String what) {}

    /**
     * How the proof log stands.
     *
     * @param publicKey to be compared with the key that the auditor was given by somebody else
     * @param size how many events the newest checkpoint covers
     * @param troubles what cannot be written or told just now, by place
     * @param waiting how many stored events are not signed for yet
     * @param waitingSince since when the oldest of them waits
     * @param heldBackBy who holds signing back, if it takes long: database, process, user
     * @param comparing how many events the present comparison has covered
     * @param comparedAt when everything stored was last held against the log
     * @param findings what was found altered, the first of it
     * @param found how many things were found altered
     */
    record ProofLog(
            String origin,
            String publicKey,
            long size,
            @Nullable Instant signedAt,
            List<String> places,
            Map<String, String> troubles,
            long waiting,
            @Nullable Instant waitingSince,
            List<String> heldBackBy,
            @Nullable Long comparing,
            @Nullable Instant comparedAt,
            List<FindingEntry> findings,
            long found) {}

    @GetMapping("/api/proof")
    ResponseEntity<ProofLog> proofLog(Caller caller) {
        requireOfficer(caller);
        return fresh().body(standing(here()));
    }

    private static ProofLog standing(ProofLogWriter here) {
        var standing = here.standing();
        var compared = standing.compared();
        var progress = standing.progress();
        return new ProofLog(
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
                        .map(f -> new FindingEntry(f.kind().name(), f.where(), f.what()))
                        .toList(),
                standing.found());
    }

    /** Holds everything stored against the log now; it takes a few seconds for every hundred thousand events. */
    @PostMapping("/api/proof/comparisons")
    ResponseEntity<ProofLog> compare(Caller caller) throws IOException, InterruptedException {
        requireOfficer(caller);
        var here = here();
        here.held().compare();
        return fresh().body(standing(here));
    }

    /** The newest checkpoint, to be kept. It says nothing about anybody. */
    @GetMapping(path = "/api/proof/checkpoint", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> checkpoint(Caller caller) {
        return fresh().body(newest(here()).note());
    }

    /** Shows that a log only grew. */
    record Growth(long earlier, long size, List<String> path, String checkpoint) {}

    /** Proof that the newest checkpoint's log begins with all of an earlier one's. */
    @GetMapping("/api/proof/consistency")
    ResponseEntity<Growth> consistency(Caller caller, @RequestParam("from") long from) {
        var here = here();
        var newest = newest(here);
        var size = newest.checkpoint().size();
        if (from < 1 || from > size) {
            throw Refused.invalid(
                    "from", "no-such-size", "Name the size of a checkpoint that you kept: between 1 and " + size + ".");
        }
        var proof = here.log().consistency(from, size);
        return fresh().body(new Growth(
                from, size, proof.path().stream().map(Hash::toBase64).toList(), newest.note()));
    }

    /**
     * Proof that one event is in the history.
     *
     * @param leaf the event as it is stored, sealed texts included: the very bytes that were hashed
     * @param proof a C2SP tlog-proof file, which {@code hub verify-event} checks without asking anybody
     */
    record EventProof(String position, String eventId, String type, long index, String leaf, String proof) {}

    @GetMapping("/api/proof/events/{position}")
    ResponseEntity<EventProof> event(Caller caller, @PathVariable("position") String path)
            throws IOException, InterruptedException {
        var here = here();
        var position = EventPosition.parse(path).orElseThrow(Refused::unknown);
        var row = events.storedAt(position).orElseThrow(Refused::unknown);
        requireMay(caller, row);
        return fresh().body(proof(here, row));
    }

    private void requireMay(Caller caller, StoredEvent row) {
        if (!row.stream().equals("Referral")) {
            requireOfficer(caller);
            lookedAt(caller, "proof.event=" + row.position());
            return;
        }
        var look = new CaseAccess.Asked(caller, Purpose.ACCOUNT_FOR_DECISIONS, "proof");
        var id = Reading.referral(row.aggregateId());
        door.open(look, id, AccessRight::seesTheWhole);
    }

    /** An event's envelope says who acted: an officer's look at it is on record before it is shown. */
    private void lookedAt(Caller caller, String what) {
        ledger.searched(Reading.reader(caller, Purpose.AUDIT), List.of(what), List.of());
    }

    private void requireOfficer(Caller caller) {
        gate.admit(caller, Purpose.AUDIT, "proof", Role.AUDITOR, Role.DATA_PROTECTION_OFFICER);
    }

    /** What a command did is in the history: a proof for each of its events, in exchange for its id. */
    @GetMapping("/api/proof/commands/{command}")
    ResponseEntity<List<EventProof>> command(Caller caller, @PathVariable("command") String command)
            throws IOException, InterruptedException {
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
        var proofs = new ArrayList<EventProof>();
        for (var receipt : asked) {
            for (var changed : receipt.versions().entrySet()) {
                for (var position :
                        events.positionsOf(own.isEmpty() ? command : called, changed.getKey(), changed.getValue())) {
                    proofs.add(proof(here, events.storedAt(position).orElseThrow(Refused::unknown)));
                }
            }
        }
        return fresh().body(proofs);
    }

    private static EventProof proof(ProofLogWriter here, StoredEvent row) throws IOException, InterruptedException {
        var newest = here.awaitSigned(row.position(), PATIENCE);
        if (newest == null) {
            throw new Refused(
                    Refused.Kind.NOT_NOW,
                    "not-now",
                    "The newest checkpoint does not cover this event yet. Ask again in a few seconds.",
                    null);
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

    /** Why a copy is taken, and how long it may be kept. */
    record HistoryExportForm(
            @NotNull Purpose purpose,
            @NotNull @Min(1) @Max(3660) Integer expiresInDays) {}

    /** The whole history as one file that can be verified without us. Sealed texts stay sealed. */
    @PostMapping(path = "/api/proof/history-exports", consumes = "application/json")
    void exportHistory(Caller caller, @Valid @RequestBody HistoryExportForm form, HttpServletResponse response)
            throws IOException {
        requireOfficer(caller);
        var here = here();
        var newest = newest(here);
        var size = newest.checkpoint().size();
        var asked = new Exports.Asked(
                caller, form.purpose(), null, "history", "hub-history", List.of(), form.expiresInDays());
        exports.hand(asked, "text/plain;charset=UTF-8", "history-" + size + ".hubhistory", response, (out, access) -> {
            var log = here.log();
            return HistoryWriter.write(
                            out,
                            log.checkpoints(newest),
                            StoredHistory.log(log::leaves, size),
                            StoredHistory.rows(
                                    events,
                                    LeafPosition.START,
                                    log.leaf(size - 1).position()))
                    .leaves();
        });
    }

    private ProofLogWriter here() {
        var here = keeper.getIfAvailable();
        if (here == null) {
            throw Refused.conflict(
                    "no-proof-log-here", "This process does not keep the proof log. Ask the one that does.");
        }
        return here;
    }

    private static SignedCheckpoint newest(ProofLogWriter here) {
        return here.log().newest().orElseThrow(() -> Refused.conflict("nothing-recorded", "Nothing was recorded yet."));
    }

    private static ResponseEntity.BodyBuilder fresh() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore());
    }
}
