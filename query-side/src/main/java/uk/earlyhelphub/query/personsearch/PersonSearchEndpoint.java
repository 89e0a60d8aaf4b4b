package uk.earlyhelphub.query.personsearch;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.api.KeyHeaders;
import uk.earlyhelphub.api.search.PersonSearchApi;
import uk.earlyhelphub.api.search.SearchResult;
import uk.earlyhelphub.api.search.SearchResult.MatchedPerson;
import uk.earlyhelphub.api.search.SearchResult.MatchedReferral;
import uk.earlyhelphub.api.search.SearchResult.SearchMatch;
import uk.earlyhelphub.events.ids.AccessId;
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
import uk.earlyhelphub.platform.web.Caller;
import uk.earlyhelphub.platform.web.Callers;
import uk.earlyhelphub.query.access.CaseAccess;
import uk.earlyhelphub.query.access.CaseStreams.Case;
import uk.earlyhelphub.query.access.Readers;
import uk.earlyhelphub.query.access.Reading;
import uk.earlyhelphub.query.access.Reveal;
import uk.earlyhelphub.query.access.RoleGuard;

/**
 * Searching for people before somebody new is recorded. Details travel in the body, never in an address. To read is the act, so it
 * changes nothing but the entry that it leaves, and the same request sent again is the same search with the same entry.
 */
@RestController
class PersonSearchEndpoint implements PersonSearchApi {
    /** Matches of every team; only then can it be said which of them are the caller's own. */
    private static final int MOST_MATCHES = 1000;

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

    PersonSearchEndpoint(
            PersonSearch search,
            AccessLedger ledger,
            CaseAccess door,
            Readers readers,
            Databases databases,
            RoleGuard gate,
            Reveal reveal,
            Vault vault,
            Clock clock,
            Callers callers) {
        this.reveal = reveal;
        this.vault = vault;
        this.clock = clock;
        this.callers = callers;
        this.door = door;
        this.readers = readers;
        this.search = search;
        this.ledger = ledger;
        this.jdbc = new JdbcTemplate(databases.projector());
        this.gate = gate;
    }

    @Override
    public ResponseEntity<SearchResult> search(KeyHeaders headers, SearchForm form) {
        var caller = callers.current();
        gate.admitToAddress(caller, Purpose.CLARIFY_REFERRAL, "person-search", Role.CASEWORKER, Role.MANAGER);
        var used = SearchedFor.used(form);
        var matches = search.find(SearchedFor.details(form), MOST_MATCHES);
        var known = known(
                caller.actor(),
                matches.stream().map(PersonSearch.Candidate::personId).toList());
        var shown = matches.stream()
                .filter(m -> known.referrals().containsKey(m.personId()))
                .limit(20)
                .toList();
        var entry = entry(
                caller,
                used,
                shown.stream().map(PersonSearch.Candidate::personId).toList());
        // The same search sent again has one entry, and shows nobody whom it does not name.
        var found =
                shown.stream().filter(m -> entry.found().contains(m.personId())).toList();
        var access = entry.access();
        var people = found.stream().map(PersonSearch.Candidate::personId).toList();
        var close = readers.now(caller.actor(), people).kinds();
        // Their own family's case is not shown to them, and that they searched for it is the officer's to know all the
        // same.
        var noticed = readers.now(caller.actor(), known.people()).kinds();
        if (!noticed.isEmpty() && !entry.again()) {
            ledger.conflictNoticed(Reading.reader(caller, Purpose.CLARIFY_REFERRAL), null, "search", noticed);
        }
        var openable = door.openable(
                caller.actor(),
                found.stream()
                        .flatMap(m -> known.referrals().getOrDefault(m.personId(), List.of()).stream())
                        .map(In::found)
                        .distinct()
                        .toList());
        var candidates = found.stream()
                .map(m -> new SearchMatch(
                        m.personId().value(),
                        m.score(),
                        m.agreesOn(),
                        known.referrals().getOrDefault(m.personId(), List.of()).stream()
                                .map(in -> matched(in, openable.get(in.found().id()), access))
                                .toList()))
                .toList();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new SearchResult(
                        entry.access().accessId(),
                        candidates,
                        close.isEmpty()
                                ? null
                                : "Somebody here seems to be close to you. The Data Protection Officer is told."));
    }

    /** Somebody found, in one of their cases. */
    private record In(Case found, Household.Person person) {}

    private MatchedReferral matched(In in, @Nullable Granted granted, LoggedAccess access) {
        var state = in.found().state();
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London"));
        return new MatchedReferral(
                in.found().id().value(),
                state.intake().arrival().reference(),
                state.intake().arrival().receivedOn(),
                new ConsentCoverage(state, vault::ageOn).status(today),
                granted != null && granted.scope().shows(in.person().personId())
                        ? new MatchedPerson(
                                in.person().added().part(),
                                text(in.person(), PersonDetail.NAME, access),
                                text(in.person(), PersonDetail.DATE_OF_BIRTH, access),
                                text(in.person(), PersonDetail.POSTCODE, access),
                                text(in.person(), PersonDetail.SCHOOL, access))
                        : null);
    }

    private @Nullable String text(Household.Person person, PersonDetail detail, LoggedAccess access) {
        var standing = person.standing(detail);
        return standing == null ? null : reveal.text(access, standing);
    }

    private AccessLedger.Search entry(Caller caller, List<String> used, List<PersonId> found) {
        // What cannot come again shares a transaction with other looks of its moment.
        return caller.keyed()
                ? ledger.searchedOnce(
                        caller.envelope(Purpose.CLARIFY_REFERRAL), new AccessId(caller.derived("search")), used, found)
                : new AccessLedger.Search(
                        ledger.searched(Reading.reader(caller, Purpose.CLARIFY_REFERRAL), used, found), found, false);
    }

    /**
     * What the caller's team knows of those who match.
     *
     * @param people everybody of them who is in a case of the team, also in one that is shut to the caller
     * @param referrals those that are the caller's own to open, by person: their own events say so
     */
    private record Known(List<PersonId> people, Map<PersonId, List<In>> referrals) {}

    private Known known(Actor actor, List<PersonId> people) {
        record Candidate(PersonId person, ReferralId referral) {}
        var candidates = jdbc.query(
                "select person_id::text, referral_id::text from projections.person_referral where person_id = any (?::uuid[]) and team = ?"
                        + " order by received_on desc",
                (row, n) -> new Candidate(new PersonId(row.getString(1)), new ReferralId(row.getString(2))),
                people.stream().map(PersonId::value).toArray(String[]::new),
                actor.team());
        var visible = door
                .visible(
                        actor,
                        candidates.stream().map(Candidate::referral).distinct().toList(),
                        AccessRight::seesTheWhole)
                .stream()
                .collect(Collectors.toMap(Case::id, c -> c));
        var known = new HashMap<PersonId, List<In>>();
        for (var candidate : candidates) {
            var one = visible.get(candidate.referral());
            if (one != null) {
                is(one, candidate.person())
                        .ifPresent(person -> known.computeIfAbsent(candidate.person(), p -> new ArrayList<>())
                                .add(new In(one, person)));
            }
        }
        var inTheTeam = candidates.stream().map(Candidate::person).distinct().toList();
        return new Known(inTheTeam, known);
    }

    private static Optional<Household.Person> is(Case one, PersonId person) {
        return one.state().household().people().stream()
                .filter(p -> p.personId().equals(person) || p.sameAs().contains(person))
                .findFirst();
    }
}
