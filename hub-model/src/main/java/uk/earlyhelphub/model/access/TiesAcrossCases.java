package uk.earlyhelphub.model.access;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.hubmeeting.InterestDeclarationCorrected;
import uk.earlyhelphub.events.hubmeeting.InterestDeclared;
import uk.earlyhelphub.events.hubmeeting.InterestDeclaredForMember;
import uk.earlyhelphub.events.ids.MeetingId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.kernel.HubEvent;
import uk.earlyhelphub.events.referral.PersonAdded;
import uk.earlyhelphub.events.referral.PersonLinked;
import uk.earlyhelphub.events.referral.PersonUnlinked;
import uk.earlyhelphub.events.referral.ReferralReceived;
import uk.earlyhelphub.model.referral.ReferralState;

/**
 * Finds what binds cases to each other. To recognise somebody is recorded in one record only, and counts in both; who is the same as
 * the same is the same. A family is followed from case to case by its people and by the referral that a later one names.
 *
 * <p>For cases that nothing binds to another, however many, the history is asked once.
 */
public final class TiesAcrossCases {
    private TiesAcrossCases() {}

    /** What an event says somewhere: its type, and which value stands in a field that the history has an index by. */
    public record Mention(Class<? extends HubEvent> type, String field, Set<String> values) {
        public Mention {
            values = Set.copyOf(values);
        }
    }

    /** The history. Answers every event that is one of what is mentioned, those of a stream in their order. */
    @FunctionalInterface
    public interface History {
        List<HubEvent> mentioning(List<Mention> mentions);
    }

    /** The ties of one case. */
    public static FamilyTies of(ReferralState state, History history) {
        return of(List.of(state), history).values().iterator().next();
    }

    /** The ties of several cases, by case. */
    public static Map<ReferralId, FamilyTies> of(Collection<ReferralState> states, History history) {
        var found = new Found();
        for (var state : states) {
            AccessPolicy.inItsRecord(state).forEach(found::person);
            var arrival = state.intake().arrival();
            found.received.add(arrival.referralId());
            found.referral(arrival.referralId());
            found.follows(arrival.referralId(), arrival.previousReferral());
            state.household().people().forEach(p -> {
                found.in(arrival.referralId(), p.personId());
                p.sameAs().forEach(same -> found.pairs.add(new Pair(p.personId(), same)));
            });
        }
        found.follow(history);
        var interests = found.interests(
                states.stream().map(s -> s.intake().arrival().referralId()).collect(Collectors.toSet()), history);
        var ties = new LinkedHashMap<ReferralId, FamilyTies>();
        for (var state : states) {
            var id = state.intake().arrival().referralId();
            var same = new HashMap<PersonId, Set<PersonId>>();
            for (var person : state.household().people()) {
                var others = found.sameAs(person.personId());
                if (!others.isEmpty()) {
                    same.put(person.personId(), others);
                }
            }
            var elsewhere = found.family(id);
            ties.put(
                    id,
                    new FamilyTies(
                            same,
                            interests.stream()
                                    .filter(i -> elsewhere.contains(i.referralId()))
                                    .toList()));
        }
        return ties;
    }

    /** Two who were recognised as one, whichever of them was recorded first. */
    private record Pair(PersonId one, PersonId other) {}

    private record Recognised(ReferralId by, Pair pair) {}

    private record Declared(MeetingId at, ReferralId about, String member) {}

    private static final class Found {
        private final Set<PersonId> askPeople = new LinkedHashSet<>();
        private final Set<ReferralId> askCases = new LinkedHashSet<>();
        private final Set<PersonId> people = new HashSet<>();
        private final Set<ReferralId> cases = new HashSet<>();
        /** Cases of which it is known which one they name as the one before. */
        private final Set<ReferralId> received = new HashSet<>();

        private final Set<Pair> pairs = new LinkedHashSet<>();
        private final Map<PersonId, ReferralId> caseOf = new HashMap<>();
        /** Cases of which one names the other as the one before. */
        private final Map<ReferralId, Set<ReferralId>> bound = new HashMap<>();

        void person(PersonId person) {
            if (people.add(person)) {
                askPeople.add(person);
            }
        }

        void referral(ReferralId id) {
            if (cases.add(id)) {
                askCases.add(id);
            }
        }

        void in(ReferralId id, PersonId person) {
            caseOf.put(person, id);
        }

        void follows(ReferralId later, @Nullable ReferralId earlier) {
            if (earlier != null) {
                bound.computeIfAbsent(later, l -> new HashSet<>()).add(earlier);
                bound.computeIfAbsent(earlier, e -> new HashSet<>()).add(later);
                referral(earlier);
                referral(later);
            }
        }

        void follow(History history) {
            // A history ends, and nobody and nothing is asked for twice.
            while (!askPeople.isEmpty() || !askCases.isEmpty()) {
                var mentions = mentions();
                askPeople.clear();
                askCases.clear();
                // A record that recognised two people twice has to take it back twice; so does its own fold.
                var links = new LinkedHashMap<Recognised, Integer>();
                for (var event : history.mentioning(mentions)) {
                    switch (event) {
                        case PersonLinked e ->
                            links.merge(
                                    new Recognised(e.referralId(), new Pair(e.personId(), e.samePersonAs())),
                                    1,
                                    Integer::sum);
                        case PersonUnlinked e ->
                            links.computeIfPresent(
                                    new Recognised(e.referralId(), new Pair(e.personId(), e.notTheSameAs())),
                                    (recognised, times) -> Math.max(0, times - 1));
                        case PersonAdded e -> {
                            in(e.referralId(), e.personId());
                            referral(e.referralId());
                        }
                        case ReferralReceived e -> {
                            received.add(e.referralId());
                            follows(e.referralId(), e.previousReferral());
                        }
                        default -> throw new IllegalStateException("Not asked for: " + event.getClass());
                    }
                }
                links.forEach((recognised, times) -> {
                    if (times > 0) {
                        pairs.add(recognised.pair());
                        person(recognised.pair().one());
                        person(recognised.pair().other());
                    }
                });
            }
        }

        private List<Mention> mentions() {
            var asked = askPeople.stream().map(PersonId::value).collect(Collectors.toSet());
            var unplaced = askPeople.stream()
                    .filter(p -> !caseOf.containsKey(p))
                    .map(PersonId::value)
                    .collect(Collectors.toSet());
            var referrals = askCases.stream().map(ReferralId::value).collect(Collectors.toSet());
            var unread = askCases.stream()
                    .filter(id -> !received.contains(id))
                    .map(ReferralId::value)
                    .collect(Collectors.toSet());
            return Stream.of(
                            new Mention(PersonLinked.class, "personId", asked),
                            new Mention(PersonLinked.class, "samePersonAs", asked),
                            new Mention(PersonUnlinked.class, "personId", asked),
                            new Mention(PersonUnlinked.class, "notTheSameAs", asked),
                            new Mention(PersonAdded.class, "personId", unplaced),
                            new Mention(ReferralReceived.class, "previousReferral", referrals),
                            new Mention(ReferralReceived.class, "referralId", unread))
                    .filter(m -> !m.values().isEmpty())
                    .toList();
        }

        Set<PersonId> sameAs(PersonId person) {
            var same = new LinkedHashSet<PersonId>();
            var open = new ArrayDeque<>(List.of(person));
            while (!open.isEmpty()) {
                var next = open.pop();
                if (same.add(next)) {
                    pairs.stream()
                            .filter(p -> p.one().equals(next) || p.other().equals(next))
                            .forEach(p -> open.add(p.one().equals(next) ? p.other() : p.one()));
                }
            }
            same.remove(person);
            return same;
        }

        /** The family's other cases: those of its people, those that follow, and the cases of these. */
        Set<ReferralId> family(ReferralId id) {
            var family = new LinkedHashSet<ReferralId>();
            var open = new ArrayDeque<>(List.of(id));
            while (!open.isEmpty()) {
                var next = open.pop();
                if (family.add(next)) {
                    open.addAll(bound.getOrDefault(next, Set.of()));
                    for (var pair : pairs) {
                        var one = caseOf.get(pair.one());
                        var other = caseOf.get(pair.other());
                        if (one != null && other != null && (one.equals(next) || other.equals(next))) {
                            open.add(one.equals(next) ? other : one);
                        }
                    }
                }
            }
            family.remove(id);
            return family;
        }

        List<InterestDeclared> interests(Set<ReferralId> asked, History history) {
            var others = asked.stream()
                    .flatMap(id -> family(id).stream())
                    .map(ReferralId::value)
                    .collect(Collectors.toSet());
            if (others.isEmpty()) {
                return List.of();
            }
            var standing = new LinkedHashMap<Declared, InterestDeclared>();
            for (var event : history.mentioning(List.of(
                    new Mention(InterestDeclared.class, "referralId", others),
                    new Mention(InterestDeclaredForMember.class, "referralId", others),
                    new Mention(InterestDeclarationCorrected.class, "referralId", others)))) {
                switch (event) {
                    case InterestDeclared e -> standing.put(new Declared(e.meetingId(), e.referralId(), e.member()), e);
                    case InterestDeclaredForMember e ->
                        standing.put(
                                new Declared(e.meetingId(), e.referralId(), e.member()),
                                new InterestDeclared(e.meetingId(), e.referralId(), e.member(), e.nature()));
                    case InterestDeclarationCorrected e ->
                        standing.remove(new Declared(e.meetingId(), e.referralId(), e.member()));
                    default -> throw new IllegalStateException("Not asked for: " + event.getClass());
                }
            }
            return List.copyOf(standing.values());
        }
    }
}
