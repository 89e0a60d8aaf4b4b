package uk.earlyhelphub.query.personsearch;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.personaldata.AccessLedger;
import uk.earlyhelphub.personaldata.PersonSearch;
import uk.earlyhelphub.personaldata.PersonSearch.Details;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.platform.web.Caller;
import uk.earlyhelphub.query.access.Conflicts;
import uk.earlyhelphub.query.access.Reading;
import uk.earlyhelphub.query.access.RoleGuard;

/** Searching for people before somebody new is recorded. Details travel in the body, never in an address. */
@RestController
class PersonSearchEndpoint {
    private final PersonSearch search;
    private final AccessLedger ledger;
    private final Conflicts conflicts;
    private final JdbcTemplate jdbc;
    private final RoleGuard gate;

    PersonSearchEndpoint(
            PersonSearch search, AccessLedger ledger, Conflicts conflicts, Databases databases, RoleGuard gate) {
        this.conflicts = conflicts;
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
        var team = String.valueOf(caller.actor().team());
        var candidates = search.find(details, 50).stream()
                .map(c -> new Found(c.personId().value(), c.score(), c.agreesOn(), known(c.personId(), team)))
                .filter(f -> !f.referrals().isEmpty())
                .limit(20)
                .toList();
        var access = ledger.searched(
                Reading.reader(caller, Purpose.CLARIFY_REFERRAL),
                used,
                candidates.stream().map(f -> new PersonId(f.personId())).toList());
        var close = conflicts.among(
                caller.actor(),
                candidates.stream().map(f -> new PersonId(f.personId())).toList());
        if (!close.isEmpty()) {
            ledger.conflictNoticed(Reading.reader(caller, Purpose.CLARIFY_REFERRAL), null, "search", close);
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new SearchResult(
                        access.accessId(),
                        candidates,
                        close.isEmpty()
                                ? null
                                : "Somebody here seems to be close to you. The Data Protection Officer is told."));
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

    private List<Known> known(PersonId person, String team) {
        return jdbc.query(
                "select referral_id::text, reference, received_on from projections.person_referral where person_id = ?::uuid and team = ? order by received_on desc",
                (row, n) -> new Known(
                        row.getString(1), row.getString(2), row.getDate(3).toLocalDate()),
                person.value(),
                team);
    }
}
