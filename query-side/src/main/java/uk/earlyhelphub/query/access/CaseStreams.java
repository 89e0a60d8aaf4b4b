package uk.earlyhelphub.query.access;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.events.EventTypes;
import uk.earlyhelphub.events.hubmeeting.HubMeetingEvent;
import uk.earlyhelphub.events.ids.Identifiers;
import uk.earlyhelphub.events.ids.MeetingId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.ids.SharingId;
import uk.earlyhelphub.events.kernel.HubEvent;
import uk.earlyhelphub.events.referral.ReferralEvent;
import uk.earlyhelphub.model.access.AccessPolicy;
import uk.earlyhelphub.model.access.CaseFacts;
import uk.earlyhelphub.model.access.FamilyTies;
import uk.earlyhelphub.model.access.TiesAcrossCases;
import uk.earlyhelphub.model.hubmeeting.HubMeetingState;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.personaldata.SealBinding;
import uk.earlyhelphub.personaldata.Vault;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.HistoryInDoubt;
import uk.earlyhelphub.platform.engine.RecordedEvent;

/**
 * Cases as they stand now, folded from their own events. Whoever decides who may see something asks here and not a read model:
 * what was answered a moment ago holds here already, however far the projections are.
 */
@Component
public class CaseStreams {
    private final EventLog log;
    private final Vault vault;
    private final Clock clock;

    CaseStreams(EventLog log, Vault vault, Clock clock) {
        this.log = log;
        this.vault = vault;
        this.clock = clock;
    }

    /** A case with the events that led to it, oldest first; never without any. */
    public record Case(ReferralId id, List<RecordedEvent> history, ReferralState state) {
        public Case {
            history = List.copyOf(history);
        }
    }

    /** A case, if there is one; never one whose history is in doubt. */
    public Optional<Case> find(ReferralId id) {
        return found(id, log.ofAggregate(id.value(), 0));
    }

    private static Optional<Case> found(ReferralId id, List<RecordedEvent> history) {
        if (history.isEmpty() || !history.getFirst().stream().equals("Referral")) {
            return Optional.empty();
        }
        history.forEach(SealBinding::check);
        return Optional.of(new Case(id, history, folded(history)));
    }

    /** The case in which something was shared, by that sharing's id. */
    public Optional<ReferralId> ofSharing(SharingId id) {
        return log.aggregateWith("Referral.DataShared", "sharingId", id.value()).map(ReferralId::new);
    }

    /** The case that people call by this reference, however it is spaced by dashes or capitalised. */
    public Optional<ReferralId> ofReference(String typed) {
        if (!Identifiers.isReference(typed)) {
            return Optional.empty();
        }
        var plain = typed.toUpperCase(Locale.ROOT).replace("-", "");
        var reference = "EH-" + plain.substring(2, 6) + "-" + plain.substring(6, 10) + "-" + plain.substring(10);
        return log.aggregateWith("Referral.ReferralReceived", "reference", reference)
                .map(ReferralId::new);
    }

    /** Several cases in one read, in the order asked; those that are not there, or in doubt, are left out. */
    public Map<ReferralId, Case> find(Collection<ReferralId> ids) {
        var histories =
                log.ofSoundAggregates(ids.stream().map(ReferralId::value).toList());
        var found = new LinkedHashMap<ReferralId, Case>();
        for (var id : ids) {
            found(id, histories.getOrDefault(id.value(), List.of())).ifPresent(one -> found.put(id, one));
        }
        return found;
    }

    /** Whether there is a case by that id, also one that is in doubt. */
    boolean isThere(ReferralId id) {
        try {
            return log.firstOf(id.value()).isPresent();
        } catch (HistoryInDoubt _) {
            return true;
        }
    }

    /** What the policy must know of cases to decide about them now, in one read for all their meetings and one for what
     * other records say of their people. */
    public Map<ReferralId, CaseFacts> facts(Collection<Case> cases) {
        var meetings = meetings(cases.stream()
                .flatMap(c -> AccessPolicy.meetingsOf(c.state()).stream())
                .collect(Collectors.toSet()));
        var ties = TiesAcrossCases.of(
                cases.stream().map(Case::state).toList(), mentions -> mentioning(log, mentions, e -> true));
        var facts = new LinkedHashMap<ReferralId, CaseFacts>();
        for (var one : cases) {
            var own = AccessPolicy.meetingsOf(one.state()).stream()
                    .filter(meetings::containsKey)
                    .collect(Collectors.toMap(m -> m, meetings::get));
            facts.put(
                    one.id(),
                    new CaseFacts(
                            one.state(),
                            own,
                            Objects.requireNonNull(ties.get(one.id())),
                            clock.instant(),
                            vault::ageOn));
        }
        return facts;
    }

    /** What other records said of the people of a case at an instant. */
    public static FamilyTies tiesThen(EventLog log, ReferralState state, Instant at) {
        return TiesAcrossCases.of(
                state,
                mentions -> mentioning(log, mentions, e -> !e.recordedAt().isAfter(at)));
    }

    private static List<HubEvent> mentioning(
            EventLog log, List<TiesAcrossCases.Mention> mentions, Predicate<RecordedEvent> of) {
        return log
                .mentioning(mentions.stream()
                        .map(m -> new EventLog.Mention(EventTypes.of(m.type()).name(), m.field(), m.values()))
                        .toList())
                .stream()
                .filter(of)
                .map(RecordedEvent::payload)
                .toList();
    }

    /** What the policy must know of one case to decide about it now. */
    public CaseFacts facts(Case one) {
        return facts(List.of(one)).values().iterator().next();
    }

    /** Meetings as they stand now, in one read; those that are not there are left out. */
    public Map<MeetingId, HubMeetingState> meetings(Collection<MeetingId> ids) {
        return log.ofAggregates(ids.stream().map(MeetingId::value).toList()).entrySet().stream()
                .collect(Collectors.toMap(e -> new MeetingId(e.getKey()), e -> meeting(e.getValue())));
    }

    /** A meeting as some of its events leave it. */
    public static HubMeetingState meeting(List<RecordedEvent> events) {
        var state = HubMeetingState.NONE;
        for (var event : events) {
            state = state.after((HubMeetingEvent) event.payload());
        }
        return state;
    }

    private static ReferralState folded(List<RecordedEvent> history) {
        return ReferralState.of(
                history.stream().map(e -> (ReferralEvent) e.payload()).toList());
    }
}
