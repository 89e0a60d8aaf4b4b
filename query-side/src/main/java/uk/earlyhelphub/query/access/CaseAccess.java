package uk.earlyhelphub.query.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.RecordId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.ids.SharingId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.recordaccess.ConflictKind;
import uk.earlyhelphub.events.recordaccess.RefusedBecause;
import uk.earlyhelphub.model.access.AccessDecision;
import uk.earlyhelphub.model.access.AccessDecision.Denied;
import uk.earlyhelphub.model.access.AccessDecision.Granted;
import uk.earlyhelphub.model.access.AccessPolicy;
import uk.earlyhelphub.model.access.AccessRight;
import uk.earlyhelphub.model.access.CaseFacts;
import uk.earlyhelphub.model.access.DisclosureScope;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.personaldata.AccessLedger;
import uk.earlyhelphub.personaldata.Colleagues;
import uk.earlyhelphub.personaldata.LoggedAccess;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.engine.RecordedEvent;
import uk.earlyhelphub.platform.web.Caller;
import uk.earlyhelphub.query.access.CaseStreams.Case;

/**
 * The one way to a case: it is read from its own stream, the policy decides, and the look is on record, before anything is
 * revealed. Who is refused gets the same answer as if there were nothing, and the attempt is on record too.
 */
@Component
public class CaseAccess {
    private final AccessLedger ledger;
    private final CaseStreams streams;
    private final Readers readers;

    CaseAccess(AccessLedger ledger, CaseStreams streams, Readers readers) {
        this.ledger = ledger;
        this.streams = streams;
        this.readers = readers;
    }

    /**
     * Somebody who was let in, and by what right.
     *
     * @param history the case's own events, oldest first
     * @param scope whose texts they may be shown; it is what the entry says
     */
    public record Opened(
            Actor reader,
            ReferralId id,
            List<RecordedEvent> history,
            CaseFacts facts,
            AccessRight right,
            LoggedAccess access,
            DisclosureScope scope) {
        public Opened {
            history = List.copyOf(history);
        }

        /** The case as it stands. */
        public ReferralState state() {
            return facts.state();
        }
    }

    /** What somebody asks to see. */
    public record Asked(Caller caller, Purpose purpose, String view) {}

    /** The referral that a path names, by its id or its reference. Throws "unknown", on record, if it names none. */
    public ReferralId referral(Asked asked, String path) {
        if (RecordId.isCanonical(path)) {
            return new ReferralId(path);
        }
        return streams.ofReference(path).orElseThrow(() -> refused(asked, null, RefusedBecause.NO_SUCH_RECORD));
    }

    /**
     * Opens a case, or throws "unknown".
     *
     * @param may by which rights this view is seen
     */
    public Opened open(Asked asked, ReferralId id, Predicate<AccessRight> may) {
        var found = streams.find(id);
        if (found.isEmpty()) {
            throw refused(asked, id, RefusedBecause.NO_SUCH_RECORD);
        }
        var facts = streams.facts(found.get());
        var decision = decide(asked.caller().actor(), id, facts);
        return opened(asked, found.get(), facts, decision, may);
    }

    /** Opens one thing that was shared, as its recipient, or throws "unknown". */
    public Opened openShared(Asked asked, ReferralId id, SharingId sharing) {
        var found = streams.find(id);
        if (found.isEmpty()) {
            throw refused(asked, id, RefusedBecause.NO_SUCH_RECORD);
        }
        var facts = streams.facts(found.get());
        var reader = readers.now(asked.caller().actor(), AccessPolicy.everybodyConcerned(facts));
        var decision = AccessPolicy.decideShared(reader.on(id), facts, sharing);
        return opened(asked, found.get(), facts, decision, right -> true);
    }

    /** What an actor may see of a case now, emergencies, interests and closeness considered; nothing is put on record. */
    public AccessDecision decide(Actor actor, Case found) {
        return decide(actor, found.id(), streams.facts(found));
    }

    private AccessDecision decide(Actor actor, ReferralId id, CaseFacts facts) {
        return AccessPolicy.decide(
                readers.now(actor, AccessPolicy.everybodyConcerned(facts)).on(id), facts);
    }

    /**
     * Of several cases those that an actor may see now, in the order given, in a few reads for all of them. A list may show of
     * them what names nobody; to open one is another look. The case of somebody's own family is in no list of theirs; one that a
     * reason would open is, or nobody could give the reason.
     */
    public List<Case> visible(Actor actor, Collection<ReferralId> candidates, Predicate<AccessRight> may) {
        var found = streams.find(candidates);
        var facts = streams.facts(found.values());
        var reader = readers.now(actor, people(facts.values()));
        var visible = new ArrayList<Case>();
        found.forEach((id, one) -> {
            var decision = AccessPolicy.decideInList(reader.on(id), Objects.requireNonNull(facts.get(id)));
            if (decision.granted().filter(g -> may.test(g.right())).isPresent()) {
                visible.add(one);
            }
        });
        return visible;
    }

    /**
     * Of several cases those that an actor could open now with their texts, and how much of them: also closeness is considered,
     * so that what is shown of them is no more than what opening them would show.
     */
    public Map<ReferralId, Granted> openable(Actor actor, Collection<Case> cases) {
        var all = streams.facts(cases);
        var reader = readers.now(actor, people(all.values()));
        var openable = new HashMap<ReferralId, Granted>();
        all.forEach((id, facts) -> AccessPolicy.decide(reader.on(id), facts)
                .granted()
                .filter(g -> g.right().seesContent())
                .ifPresent(g -> openable.put(id, g)));
        return openable;
    }

    /**
     * Of the cases of which a register has entries those that are shut to a reader for good, in a few reads for all of them: what is
     * known of their own family an office tells nobody, and somebody else has to look into it.
     */
    public Set<ReferralId> shut(Actor actor, Collection<ReferralId> cases) {
        if (cases.isEmpty()) {
            return Set.of();
        }
        var all = streams.facts(streams.find(cases).values());
        var reader = readers.now(actor, people(all.values()));
        var barred = all.entrySet().stream()
                .filter(one -> AccessPolicy.isShut(reader.on(one.getKey()), one.getValue()))
                .map(Map.Entry::getKey);
        // Of a case in doubt it cannot be said whose family it is.
        var inDoubt = cases.stream().filter(id -> !all.containsKey(id)).filter(streams::isThere);
        return Stream.concat(barred, inDoubt).collect(Collectors.toUnmodifiableSet());
    }

    /** The entries of a page of a register that are not about a case which is shut to a reader, in their order. */
    public <T> List<T> withoutShut(Actor actor, List<T> entries, Function<T, @Nullable String> about) {
        var cases = entries.stream()
                .map(about)
                .filter(Objects::nonNull)
                .distinct()
                .map(ReferralId::new)
                .toList();
        var shut = shut(actor, cases);
        return entries.stream()
                .filter(entry -> {
                    var id = about.apply(entry);
                    return id == null || !shut.contains(new ReferralId(id));
                })
                .toList();
    }

    /**
     * Throws "unknown", on record, unless the case is one that the caller may open now. For what says of a case only that it is there;
     * nothing is revealed, and so nothing put on record, for those who may.
     */
    public void requireVisible(Asked asked, ReferralId id, Predicate<AccessRight> may) {
        if (visible(asked.caller().actor(), List.of(id), may).isEmpty()) {
            throw refused(asked, id, RefusedBecause.NO_TIE);
        }
    }

    private Opened opened(
            Asked asked, Case found, CaseFacts facts, AccessDecision decision, Predicate<AccessRight> may) {
        var id = found.id();
        return switch (decision) {
            case Denied denied -> throw denied(asked, id, denied);
            case Granted granted when !may.test(granted.right()) -> throw refused(asked, id, RefusedBecause.NO_TIE);
            case Granted granted -> {
                var access = ledger.opened(
                        Reading.reader(asked.caller(), asked.purpose()),
                        id,
                        asked.view(),
                        granted.right().name(),
                        granted.scope().categories(),
                        granted.scope().people());
                yield new Opened(
                        asked.caller().actor(), id, found.history(), facts, granted.right(), access, granted.scope());
            }
        };
    }

    private Refused denied(Asked asked, ReferralId id, Denied denied) {
        return switch (denied.denial()) {
            case TOO_CLOSE -> {
                noticed(asked, id, denied.kinds());
                yield Colleagues.tooClose();
            }
            case TOO_CLOSE_UNSEEN -> {
                noticed(asked, id, denied.kinds());
                yield Refused.unknown();
            }
            case REASON_NEEDED -> {
                noticed(asked, id, denied.kinds());
                yield Colleagues.reasonNeeded();
            }
            case INTEREST_DECLARED -> refused(asked, id, RefusedBecause.INTEREST_DECLARED);
            case SHARING_ENDED -> refused(asked, id, RefusedBecause.ACCESS_ENDED);
            case OFFICE_SEES_NO_CASES -> refused(asked, id, RefusedBecause.NOT_THEIR_ROLE);
            case NO_TIE, AGENCY_EXCLUDED, STAFF_ACCESS_ENDED -> refused(asked, id, RefusedBecause.NO_TIE);
        };
    }

    /** Puts on record that somebody came upon the record of a person to whom they seem to be close. */
    public void noticed(Asked asked, ReferralId id, List<ConflictKind> kinds) {
        ledger.conflictNoticed(Reading.reader(asked.caller(), asked.purpose()), id, asked.view(), kinds);
    }

    /** Records that somebody was refused; answers what to throw. The edge sees to it that the wait tells nothing. */
    public Refused refused(Asked asked, @Nullable ReferralId id, RefusedBecause because) {
        ledger.refused(Reading.reader(asked.caller(), asked.purpose()), id, asked.view(), because);
        return Refused.unknown();
    }

    private static Set<PersonId> people(Collection<CaseFacts> all) {
        return all.stream()
                .flatMap(facts -> AccessPolicy.everybodyConcerned(facts).stream())
                .collect(Collectors.toSet());
    }
}
