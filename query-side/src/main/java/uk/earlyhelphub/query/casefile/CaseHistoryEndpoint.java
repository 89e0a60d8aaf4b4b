package uk.earlyhelphub.query.casefile;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.model.access.AccessRight;
import uk.earlyhelphub.personaldata.Vault;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.engine.RecordedEvent;
import uk.earlyhelphub.platform.web.Caller;
import uk.earlyhelphub.query.access.CaseAccess;
import uk.earlyhelphub.query.access.ReadingRule;
import uk.earlyhelphub.query.access.Reveal;

/** What a case was, beside what it became: for whoever has to account for a decision years later. */
@RestController
class CaseHistoryEndpoint {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private final PastCases past;
    private final CaseAccess door;
    private final Reveal reveal;
    private final Clock clock;
    private final ConsentCheck consents;

    CaseHistoryEndpoint(PastCases past, CaseAccess door, Reveal reveal, Clock clock, Vault vault) {
        this.past = past;
        this.door = door;
        this.reveal = reveal;
        this.clock = clock;
        this.consents = new ConsentCheck(vault::ageOn);
    }

    /** Something that was put right later. */
    record Correction(Instant at, String by, String kind, JsonNode what) {}

    /**
     * A case between two instants.
     *
     * @param changes what differs between its states at the two
     * @param asKnownThen the case as it was known at {@code to}
     * @param corrections what was put right since
     * @param asCorrectedSince the case at {@code to}, with those corrections
     */
    record History(
            Instant from,
            Instant to,
            List<Differences.Difference> changes,
            JsonNode asKnownThen,
            List<Correction> corrections,
            JsonNode asCorrectedSince) {}

    @GetMapping("/api/referrals/{id}/history")
    ResponseEntity<History> history(
            Caller caller,
            @PathVariable("id") String path,
            @RequestParam(name = "from", required = false) @Nullable Instant from,
            @RequestParam(name = "to", required = false) @Nullable Instant to) {
        var until = past.notAhead(to == null ? clock.instant() : to, "to");
        if (from != null && from.isAfter(until)) {
            throw Refused.by(ReadingRule.FROM_AFTER_TO, "from", "The beginning lies after the end.");
        }
        var asked = new CaseAccess.Asked(caller, Purpose.ACCOUNT_FOR_DECISIONS, "history");
        var id = door.referral(asked, path);
        var opened = door.open(asked, id, AccessRight::seesTheWhole);
        var events = opened.history();
        var since = from == null ? events.getFirst().recordedAt() : from;
        var before = PastCases.asKnownAt(events, since, "from");
        var then = PastCases.asKnownAt(events, until, "to");
        var corrections = PastCases.correctionsSince(events, until);
        UnaryOperator<JsonNode> show =
                node -> opened.right().seesContent() ? reveal.tree(opened.access(), node) : reveal.skeleton(node);
        var view = new CaseView(reveal, opened);
        var day = LocalDate.ofInstant(until, LONDON);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new History(
                        since,
                        until,
                        Differences.between(before, then).stream()
                                .filter(d -> !d.path().equals("version"))
                                .map(d -> d.shown(show))
                                .toList(),
                        view.of(id, then, day),
                        corrections.stream().map(c -> correction(c, show)).toList(),
                        view.of(id, PastCases.asCorrectedSince(then, corrections), day)));
    }

    private static Correction correction(RecordedEvent event, UnaryOperator<JsonNode> show) {
        return new Correction(
                event.recordedAt(),
                Actor.from(event.envelope()).name(),
                event.payload().getClass().getSimpleName(),
                show.apply(Differences.tree(event.payload())));
    }

    /**
     * Every act that needed consent, and whether it was covered at that very moment.
     *
     * @param notCovered how many were not
     */
    record ConsentCheckView(long notCovered, List<ConsentCheck.Checked> acts) {}

    @GetMapping("/api/referrals/{id}/consent-check")
    ResponseEntity<ConsentCheckView> consentCheck(Caller caller, @PathVariable("id") String path) {
        var asked = new CaseAccess.Asked(caller, Purpose.ACCOUNT_FOR_DECISIONS, "consent-check");
        var id = door.referral(asked, path);
        var acts =
                consents.check(door.open(asked, id, AccessRight::seesTheWhole).history());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new ConsentCheckView(
                        acts.stream().filter(a -> !a.covered()).count(), acts));
    }
}
