package uk.earlyhelphub.query.allocatedtome;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.api.allocation.AllocatedToMeApi;
import uk.earlyhelphub.api.allocation.AllocatedToMePage;
import uk.earlyhelphub.api.allocation.AllocatedToMePage.AllocatedToMe;
import uk.earlyhelphub.api.casefile.CaseAllocation.AllocationStanding;
import uk.earlyhelphub.events.ids.AllocationId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.model.access.AccessPolicy;
import uk.earlyhelphub.model.access.CaseFacts;
import uk.earlyhelphub.model.access.ReaderFacts;
import uk.earlyhelphub.model.referral.Allocations.Allocation;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.platform.web.Callers;
import uk.earlyhelphub.query.access.CaseStreams;
import uk.earlyhelphub.query.access.DayCursor;
import uk.earlyhelphub.query.access.Readers;
import uk.earlyhelphub.query.access.Reading;
import uk.earlyhelphub.query.access.RoleGuard;

/** What a provider's organisation was offered, the newest first. The read model finds it; the cases themselves say what is shown. */
@RestController
class AllocatedToMeEndpoint implements AllocatedToMeApi {
    /** So many are read at once. */
    private static final int READ = 100;

    private final JdbcTemplate jdbc;
    private final CaseStreams streams;
    private final Readers readers;
    private final RoleGuard gate;
    private final Callers callers;

    AllocatedToMeEndpoint(Databases databases, CaseStreams streams, Readers readers, RoleGuard gate, Callers callers) {
        this.jdbc = new JdbcTemplate(databases.projector());
        this.streams = streams;
        this.readers = readers;
        this.gate = gate;
        this.callers = callers;
    }

    @Override
    public ResponseEntity<AllocatedToMePage> allocatedToMe(
            @Nullable AllocationStanding standing, @Nullable String after, int asked) {
        var caller = callers.current();
        var limit = Reading.limit(asked);
        var cursor = DayCursor.of(after);
        gate.admitToList(caller, Purpose.ALLOCATE_SERVICE, "allocated-to-me", Role.PROVIDER);
        var entries = new ArrayList<AllocatedToMe>();
        while (true) {
            var candidates = candidates(caller.actor(), cursor);
            var shown = new Shown(caller.actor(), candidates);
            for (var candidate : candidates) {
                cursor = candidate.cursor();
                shown.entry(candidate)
                        .filter(e -> standing == null || e.standing() == standing)
                        .ifPresent(entries::add);
                if (entries.size() == limit) {
                    return page(entries, cursor.text());
                }
            }
            if (candidates.size() < READ) {
                return page(entries, null);
            }
        }
    }

    private static ResponseEntity<AllocatedToMePage> page(List<AllocatedToMe> entries, @Nullable String next) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new AllocatedToMePage(entries, next));
    }

    /** An allocation that may be shown. */
    private record Candidate(AllocationId id, ReferralId referral, DayCursor cursor) {}

    private List<Candidate> candidates(Actor actor, @Nullable DayCursor from) {
        return jdbc.query(
                "select allocation_id::text, referral_id::text, allocated_on from projections.allocation where provider = ?"
                        + " and (?::date is null or (allocated_on, allocation_id) < (?::date, ?::uuid))"
                        + " order by allocated_on desc, allocation_id desc limit " + READ,
                (row, n) -> new Candidate(
                        new AllocationId(row.getString(1)),
                        new ReferralId(row.getString(2)),
                        new DayCursor(row.getDate(3).toLocalDate(), row.getString(1))),
                actor.organisation(),
                from == null ? null : from.sqlDay(),
                from == null ? null : from.sqlDay(),
                from == null ? null : from.id());
    }

    /** What may be shown of some candidates, from the streams of their cases, all read at once. */
    private final class Shown {
        private final Map<ReferralId, CaseFacts> facts;
        private final Readers.Known reader;

        Shown(Actor actor, List<Candidate> candidates) {
            var cases = streams.find(
                    candidates.stream().map(Candidate::referral).distinct().toList());
            this.facts = streams.facts(cases.values());
            this.reader = readers.now(
                    actor,
                    facts.values().stream()
                            .flatMap(f -> AccessPolicy.everybodyConcerned(f).stream())
                            .collect(Collectors.toSet()));
        }

        Optional<AllocatedToMe> entry(Candidate candidate) {
            var one = facts.get(candidate.referral());
            if (one == null) {
                return Optional.empty();
            }
            var about = reader.on(candidate.referral());
            return AccessPolicy.decideAllocationInList(about, one, candidate.id())
                    .granted()
                    .flatMap(_ -> one.state().allocations().find(candidate.id()))
                    .map(a -> view(a, about, one));
        }
    }

    private static AllocatedToMe view(Allocation a, ReaderFacts reader, CaseFacts facts) {
        var accepted = a.accepted();
        var declined = a.declined();
        var started = a.started();
        var ended = a.ended();
        return new AllocatedToMe(
                a.allocationId().value(),
                a.live() ? a.allocated().referralId().value() : null,
                a.allocated().offerId().value(),
                AllocationStanding.valueOf(a.standing().name()),
                a.allocated().people().size(),
                a.allocated().allocatedOn(),
                a.allocated().answerBy(),
                declined != null ? declined.declinedOn() : accepted == null ? null : accepted.acceptedOn(),
                declined == null ? null : declined.reasonCode(),
                started == null ? null : started.startedOn(),
                ended == null ? null : ended.endedOn(),
                ended == null ? null : ended.outcome(),
                AccessPolicy.opensByAllocation(reader, facts, a.allocationId()));
    }
}
