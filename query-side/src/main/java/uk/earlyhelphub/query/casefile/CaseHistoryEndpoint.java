package uk.earlyhelphub.query.casefile;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.api.casefile.CaseHistory;
import uk.earlyhelphub.api.casefile.CaseHistoryApi;
import uk.earlyhelphub.api.casefile.ConsentCheckView;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.model.access.AccessRight;
import uk.earlyhelphub.personaldata.Vault;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.web.Callers;
import uk.earlyhelphub.query.access.CaseAccess;
import uk.earlyhelphub.query.access.ReadingRule;
import uk.earlyhelphub.query.access.Reveal;

/** What a case was, beside what it became: for whoever has to account for a decision years later. */
@RestController
class CaseHistoryEndpoint implements CaseHistoryApi {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private final PastCases past;
    private final CaseAccess door;
    private final Reveal reveal;
    private final Clock clock;
    private final ConsentCheck consents;
    private final Callers callers;

    CaseHistoryEndpoint(PastCases past, CaseAccess door, Reveal reveal, Clock clock, Vault vault, Callers callers) {
        this.callers = callers;
        this.past = past;
        this.door = door;
        this.reveal = reveal;
        this.clock = clock;
        this.consents = new ConsentCheck(vault::ageOn);
    }

    @Override
    public ResponseEntity<CaseHistory> history(String path, @Nullable Instant from, @Nullable Instant to) {
        var caller = callers.current();
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
        Function<ProtectedText, String> show =
                text -> opened.right().seesContent() ? reveal.text(opened.access(), text) : Reveal.SEALED;
        var view = new CaseViews(
                opened.right(),
                opened.scope(),
                opened.reader().organisation(),
                opened.facts().ages(),
                show);
        var day = LocalDate.ofInstant(until, LONDON);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new CaseHistory(
                        since,
                        until,
                        Differences.between(before, then).stream()
                                .filter(d -> !d.path().equals("version"))
                                .map(d -> d.shown(show))
                                .toList(),
                        view.then(id, then, day, null),
                        new Corrections(then.intake().child(), show).of(corrections),
                        view.then(id, PastCases.asCorrectedSince(then, corrections), day, null)));
    }

    @Override
    public ResponseEntity<ConsentCheckView> consentCheck(String path) {
        var caller = callers.current();
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
