package uk.earlyhelphub.api.proof;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import uk.earlyhelphub.api.described.ForWhom;
import uk.earlyhelphub.api.described.GivesProblems;

/** Proof that the history was not altered, for whoever need not trust the Hub. Only the process that keeps the log answers. */
@Tag(name = "Proof", description = "Signed checkpoints and proofs, which can be checked without the Hub.")
@GivesProblems(conflict = "no-proof-log-here")
@HttpExchange("/api/proof")
public interface ProofApi {

    /** How the log stands, and what was found altered. */
    @GetExchange
    @Operation(operationId = "readProofLog", summary = "See how the proof log stands")
    @ForWhom("Auditors and the Data Protection Officer.")
    @GivesProblems(forbidden = "not-for-this-role")
    ResponseEntity<ProofLogView> proofLog();

    /** Holds everything stored against the log now; it takes a few seconds for every hundred thousand events. */
    @PostExchange("/comparisons")
    @Operation(operationId = "compareStore", summary = "Hold everything stored against the proof log now")
    @ForWhom("Auditors and the Data Protection Officer.")
    @GivesProblems(forbidden = "not-for-this-role")
    ResponseEntity<ProofLogView> compare();

    /** The newest checkpoint, a signed note, to be kept. It says nothing about anybody. */
    @GetExchange(url = "/checkpoint", accept = "text/plain")
    @Operation(operationId = "readCheckpoint", summary = "Get the newest checkpoint, to keep it")
    @ForWhom("Everybody who is signed in.")
    @GivesProblems(conflict = "nothing-recorded")
    ResponseEntity<String> checkpoint();

    /**
     * Proof that the newest checkpoint's log begins with all of an earlier one's.
     *
     * @param from the size of the checkpoint that the caller kept
     */
    @GetExchange("/consistency")
    @Operation(operationId = "proveGrowth", summary = "Have it proved that the log only grew")
    @ForWhom("Everybody who is signed in.")
    @GivesProblems(invalid = "no-such-size", conflict = "nothing-recorded")
    ResponseEntity<LogGrowth> consistency(@RequestParam(name = "from") long from);

    /** Proof that one event is in the history. */
    @GetExchange("/events/{position}")
    @Operation(operationId = "proveEvent", summary = "Have it proved that one event is in the history")
    @ForWhom("For an event about a case whoever sees the whole of it; for any other auditors and the Data Protection"
            + " Officer.")
    @GivesProblems(forbidden = {"too-close", "conflict-possible"})
    ResponseEntity<EventProof> event(@PathVariable("position") String position);

    /** What a command did is in the history: a proof for each of its events, in exchange for its id. */
    @GetExchange("/commands/{command}")
    @Operation(operationId = "proveCommand", summary = "Have it proved what a command did")
    @ForWhom("Whoever sent it; auditors and the Data Protection Officer.")
    ResponseEntity<List<EventProof>> command(@PathVariable("command") String command);
}
