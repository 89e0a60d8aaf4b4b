package uk.earlyhelphub.query.personsearch;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.events.ids.AccessId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.model.access.AccessRight;
import uk.earlyhelphub.personaldata.AccessLedger;
import uk.earlyhelphub.personaldata.PersonSearch;
import uk.earlyhelphub.personaldata.PersonSearch.Details;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.platform.web.Caller;
import uk.earlyhelphub.query.access.CaseAccess;
import uk.earlyhelphub.query.access.CaseStreams.Case;
import uk.earlyhelphub.query.access.Readers;
import uk.earlyhelphub.query.access.Reading;
import uk.earlyhelphub.query.access.RoleGuard;

/**
 * Searching for people before somebody new is recorded. Details travel in the body, never in an address. To read is the act, so it
 * changes nothing but the entry that it leaves, and the same request sent again is the same search with the same entry.
 */
@RestController
class PersonSearchEndpoint {
    /** Matches of every team; only then can it be said which of them are the caller's own. */
    private static final int MOST_MATCHES = 1000;

    private final PersonSearch search;
    private final CaseAccess door;
    private final AccessLedger ledger;
    private final Readers readers;
    private final JdbcTemplate jdbc;
    private final RoleGuard gate;

    PersonSearchEndpoint(
            PersonSearch search,
            AccessLedger ledger,
            CaseAccess door,
            Readers readers,
            Databases databases,
            RoleGuard gate) {
        this.door = door;
        this.readers = readers;
        this.search = search;
        this.ledger = ledger;
        this.jdbc = new JdbcTemplate(databases.projector());
        this.gate = gate;
    }

    /** Whom to look for; at least one detail. */
    record SearchForm(
            @Nullable @Size(max = 200) String name,
            @Nullable LocalDate dateOfBirth,
            @Nullable @Size(max = 12) String postcode,
            @Nullable @Size(max = 14) String nhsNumber,
            @Nullable @Size(max = 14) String upn) {}

    /** A referral of a candidate that the caller may open. */
    record Known(String referralId, String reference, LocalDate receivedOn) {}

    /**
     * Somebody who may be the same person.
     *
     * @param score 0 to 100
     * @param referrals those of the caller's own team; of others not even the number is told
     */
    record Found(String personId, int score, Set<String> agreesOn, List<Known> referrals) {}

    /** The answer; there is a warning if somebody found seems to be close to the caller. {@code searchId} goes into the new referral. */
    record SearchResult(
            String searchId,
            List<Found> candidates,
            @Nullable String warning) {}

    @PostMapping(path = "/api/person-searches", consumes = "application/json")
    ResponseEntity<SearchResult> search(Caller caller, @Valid @RequestBody SearchForm form) {
        gate.admit(caller, Purpose.CLARIFY_REFERRAL, "person-search", Role.CASEWORKER, Role.MANAGER);
        var name = form.name();
        var born = form.dateOfBirth();
        var details = new Details(
                name == null || name.isBlank() ? List.of() : List.of(name),
                born == null ? null : born.toString(),
                form.postcode(),
                form.nhsNumber(),
                form.upn());
        var used = used(form);
        if (used.isEmpty()) {
            throw Refused.invalid("name", "search-for-something", "Give at least one detail to search for.");
        }
        var matches = search.find(details, MOST_MATCHES);
        var known =
                known(caller, matches.stream().map(c -> c.personId().value()).toList());
        var found = matches.stream()
                .map(c -> new Found(
                        c.personId().value(),
                        c.score(),
                        c.agreesOn(),
                        known.getOrDefault(c.personId().value(), List.of())))
                .filter(f -> !f.referrals().isEmpty())
                .limit(20)
                .toList();
        var entry = entry(
                caller,
                used,
                found.stream().map(f -> new PersonId(f.personId())).toList());
        // The same search sent again has one entry, and shows nobody whom it does not name.
        var candidates = found.stream()
                .filter(f -> entry.found().contains(new PersonId(f.personId())))
                .toList();
        var close = readers.now(
                        caller.actor(),
                        candidates.stream().map(f -> new PersonId(f.personId())).toList())
                .kinds();
        if (!close.isEmpty() && !entry.again()) {
            ledger.conflictNoticed(Reading.reader(caller, Purpose.CLARIFY_REFERRAL), null, "search", close);
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new SearchResult(
                        entry.access().accessId(),
                        candidates,
                        close.isEmpty()
                                ? null
                                : "Somebody here seems to be close to you. The Data Protection Officer is told."));
    }

    private AccessLedger.Search entry(Caller caller, List<String> used, List<PersonId> found) {
        // What cannot come again shares a transaction with other looks of its moment.
        return caller.keyed()
                ? ledger.searchedOnce(
                        caller.envelope(Purpose.CLARIFY_REFERRAL), new AccessId(caller.derived("search")), used, found)
                : new AccessLedger.Search(
                        ledger.searched(Reading.reader(caller, Purpose.CLARIFY_REFERRAL), used, found), found, false);
    }

    private static List<String> used(SearchForm form) {
        var used = new ArrayList<String>();
        if (form.name() != null && !form.name().isBlank()) {
            used.add("name");
        }
        if (form.dateOfBirth() != null) {
            used.add("dateOfBirth");
        }
        if (form.postcode() != null) {
            used.add("postcode");
        }
        if (form.nhsNumber() != null) {
            used.add("nhsNumber");
        }
        if (form.upn() != null) {
            used.add("upn");
        }
        return used;
    }

    /** The referrals in which people are, as far as they are the caller's own to open: their own events say so. */
    private Map<String, List<Known>> known(Caller caller, List<String> people) {
        record Candidate(String person, ReferralId referral) {}
        var candidates = jdbc.query(
                "select person_id::text, referral_id::text from projections.person_referral where person_id = any (?::uuid[]) and team = ?"
                        + " order by received_on desc",
                (row, n) -> new Candidate(row.getString(1), new ReferralId(row.getString(2))),
                people.toArray(String[]::new),
                caller.actor().team());
        var visible = door
                .visible(
                        caller.actor(),
                        candidates.stream().map(Candidate::referral).distinct().toList(),
                        AccessRight::seesTheWhole)
                .stream()
                .collect(Collectors.toMap(Case::id, c -> c));
        var known = new HashMap<String, List<Known>>();
        for (var candidate : candidates) {
            var one = visible.get(candidate.referral());
            if (one != null && isIn(one, new PersonId(candidate.person()))) {
                known.computeIfAbsent(candidate.person(), p -> new ArrayList<>())
                        .add(new Known(
                                one.id().value(),
                                one.state().intake().arrival().reference(),
                                one.state().intake().arrival().receivedOn()));
            }
        }
        return known;
    }

    private static boolean isIn(Case one, PersonId person) {
        return one.state().household().people().stream()
                .anyMatch(p -> p.personId().equals(person) || p.sameAs().contains(person));
    }
}
