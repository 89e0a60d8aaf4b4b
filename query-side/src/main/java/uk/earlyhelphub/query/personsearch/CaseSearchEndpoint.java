package uk.earlyhelphub.query.personsearch;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.api.search.CaseSearchApi;
import uk.earlyhelphub.api.search.CaseSearchResult;
import uk.earlyhelphub.api.search.CaseSearchResult.FoundCase;
import uk.earlyhelphub.api.search.SearchResult.MatchedPerson;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.referral.PersonDetail;
import uk.earlyhelphub.model.access.AccessDecision.Granted;
import uk.earlyhelphub.model.access.AccessRight;
import uk.earlyhelphub.model.consent.ConsentCoverage;
import uk.earlyhelphub.model.referral.Household;
import uk.earlyhelphub.personaldata.AccessLedger;
import uk.earlyhelphub.personaldata.LoggedAccess;
import uk.earlyhelphub.personaldata.PersonSearch;
import uk.earlyhelphub.personaldata.Vault;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.platform.web.Callers;
import uk.earlyhelphub.query.access.CaseAccess;
import uk.earlyhelphub.query.access.CaseStreams.Case;
import uk.earlyhelphub.query.access.Readers;
import uk.earlyhelphub.query.access.Reading;
import uk.earlyhelphub.query.access.Reveal;
import uk.earlyhelphub.query.access.RoleGuard;

/**
 * Finding a case by whom it is about. The read model finds candidates; whether they may be shown, and what of them, their own
 * events say, so that bars hold here as everywhere. Whoever sees no texts of a case is told none here either.
 */
@RestController
class CaseSearchEndpoint implements CaseSearchApi {
    private static final int MOST_MATCHES = 1000;
    private static final int MOST_SHOWN = 20;

    private final PersonSearch search;
    private final CaseAccess door;
    private final AccessLedger ledger;
    private final Readers readers;
    private final JdbcTemplate jdbc;
    private final RoleGuard gate;
    private final Reveal reveal;
    private final Vault vault;
    private final Clock clock;
    private final Callers callers;

    CaseSearchEndpoint(
            PersonSearch search,
            CaseAccess door,
            AccessLedger ledger,
            Readers readers,
            Databases databases,
            RoleGuard gate,
            Reveal reveal,
            Vault vault,
            Clock clock,
            Callers callers) {
        this.search = search;
        this.door = door;
        this.ledger = ledger;
        this.readers = readers;
        this.jdbc = new JdbcTemplate(databases.projector());
        this.gate = gate;
        this.reveal = reveal;
        this.vault = vault;
        this.clock = clock;
        this.callers = callers;
    }

    /** Somebody found, in one of the cases that the caller may see. */
    private record Hit(PersonSearch.Candidate candidate, Case found, Household.Person person) {}

    @Override
    public ResponseEntity<CaseSearchResult> search(CaseSearchForm form) {
        var caller = callers.current();
        var chairs = caller.actor().role() == Role.HUB_CHAIR;
        var purpose = chairs ? Purpose.DISCUSS_AT_HUB : Purpose.ACCOUNT_FOR_DECISIONS;
        gate.admitToAddress(
                caller,
                purpose,
                "case-search",
                Role.HUB_CHAIR,
                Role.DATA_PROTECTION_OFFICER,
                Role.INVESTIGATOR,
                Role.AUDITOR);
        var asked = onRecord(form);
        var matches = search.find(SearchedFor.details(form.who()), MOST_MATCHES);
        var candidates =
                candidates(matches, chairs ? String.valueOf(caller.actor().team()) : null);
        var hits = hits(caller.actor(), matches, candidates);
        var access = ledger.searched(
                Reading.reader(caller, purpose),
                asked,
                hits.stream().map(h -> h.person().personId()).distinct().toList());
        // Their own family's case is not shown to them, and that they searched for it is the officer's to know all the
        // same.
        var noticed = readers.now(
                        caller.actor(),
                        candidates.values().stream()
                                .flatMap(List::stream)
                                .distinct()
                                .toList())
                .kinds();
        if (!noticed.isEmpty()) {
            ledger.conflictNoticed(Reading.reader(caller, purpose), null, "search", noticed);
        }
        var openable = door.openable(
                caller.actor(), hits.stream().map(Hit::found).distinct().toList());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new CaseSearchResult(hits.stream()
                        .map(hit ->
                                shown(hit, person(hit, openable.get(hit.found().id()), access)))
                        .toList()));
    }

    private static List<String> onRecord(CaseSearchForm form) {
        var asked = new ArrayList<String>();
        asked.add("case-search.reason=" + form.reason());
        if (form.reference() != null) {
            asked.add("case-search.reference=" + form.reference());
        }
        SearchedFor.used(form.who()).forEach(by -> asked.add("case-search.by=" + by));
        return List.copyOf(asked);
    }

    /** In which cases those who match are, of one team or of all. */
    private Map<ReferralId, List<PersonId>> candidates(List<PersonSearch.Candidate> matches, @Nullable String team) {
        record Candidate(PersonId person, ReferralId referral) {}
        return jdbc
                .query(
                        "select person_id::text, referral_id::text from projections.person_referral where person_id = any (?::uuid[])"
                                + " and (?::text is null or team = ?) order by received_on desc, referral_id",
                        (row, n) -> new Candidate(new PersonId(row.getString(1)), new ReferralId(row.getString(2))),
                        matches.stream().map(m -> m.personId().value()).toArray(String[]::new),
                        team,
                        team)
                .stream()
                .collect(Collectors.groupingBy(
                        Candidate::referral,
                        // In the order read: of more than can be shown, the newest cases are.
                        LinkedHashMap::new,
                        Collectors.mapping(Candidate::person, Collectors.toList())));
    }

    /** Who matches, in each of the cases that may be shown, the best match first. */
    private List<Hit> hits(
            Actor actor, List<PersonSearch.Candidate> matches, Map<ReferralId, List<PersonId>> candidates) {
        var visible = door.visible(actor, candidates.keySet(), AccessRight::seesTheWhole);
        var hits = new ArrayList<Hit>();
        for (var match : matches) {
            visible.forEach(c -> c.state().household().people().stream()
                    .filter(p ->
                            p.personId().equals(match.personId()) || p.sameAs().contains(match.personId()))
                    .findFirst()
                    .ifPresent(p -> hits.add(new Hit(match, c, p))));
        }
        return hits.stream().limit(MOST_SHOWN).toList();
    }

    private FoundCase shown(Hit hit, @Nullable MatchedPerson person) {
        var state = hit.found().state();
        var arrival = state.intake().arrival();
        return new FoundCase(
                hit.found().id().value(),
                arrival.reference(),
                arrival.receivedOn(),
                new ConsentCoverage(state, vault::ageOn)
                        .status(LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London"))),
                arrival.team(),
                hit.candidate().score(),
                hit.candidate().agreesOn(),
                hit.person().added().part(),
                person);
    }

    private @Nullable MatchedPerson person(Hit hit, @Nullable Granted granted, LoggedAccess access) {
        var person = hit.person();
        if (granted == null || !granted.scope().shows(person.personId())) {
            return null;
        }
        return new MatchedPerson(
                person.added().part(),
                text(person, PersonDetail.NAME, access),
                text(person, PersonDetail.DATE_OF_BIRTH, access),
                text(person, PersonDetail.POSTCODE, access),
                text(person, PersonDetail.SCHOOL, access));
    }

    private @Nullable String text(Household.Person person, PersonDetail detail, LoggedAccess access) {
        var standing = person.standing(detail);
        return standing == null ? null : reveal.text(access, standing);
    }
}
