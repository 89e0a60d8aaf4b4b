package uk.earlyhelphub.query.accountabilitypack;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.api.pack.EntitlementView;
import uk.earlyhelphub.api.pack.EntitlementView.EntitledBy;
import uk.earlyhelphub.api.pack.EntitlementView.EntitledTo;
import uk.earlyhelphub.events.ids.MeetingId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.referral.ReferralEvent;
import uk.earlyhelphub.events.staffaccess.StaffAccessEnded;
import uk.earlyhelphub.model.access.AccessDecision.Denied;
import uk.earlyhelphub.model.access.AccessDecision.Granted;
import uk.earlyhelphub.model.access.AccessPolicy;
import uk.earlyhelphub.model.access.AccessRight;
import uk.earlyhelphub.model.access.CaseFacts;
import uk.earlyhelphub.model.access.DisclosureScope.Extent;
import uk.earlyhelphub.model.hubmeeting.HubMeetingState;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.personaldata.StaffAccessCheck;
import uk.earlyhelphub.personaldata.Vault;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.RecordedEvent;
import uk.earlyhelphub.query.access.CaseStreams;
import uk.earlyhelphub.query.access.Readers;
import uk.earlyhelphub.query.audittrail.ActorHistory;

/**
 * Works out again what somebody could have seen of a case at an instant: the same policy that lets people in today, asked with
 * the facts of then.
 */
@Component
class Entitlements {
    private static final Set<AccessRight> LOOK_INTO_TIES =
            Set.of(AccessRight.DATA_PROTECTION, AccessRight.INVESTIGATION);

    private final EventLog log;
    private final Vault vault;
    private final Readers readers;
    private final ActorHistory actors;

    Entitlements(EventLog log, Vault vault, Readers readers, ActorHistory actors) {
        this.log = log;
        this.vault = vault;
        this.readers = readers;
        this.actors = actors;
    }

    /**
     * What they could have seen.
     *
     * @param asker by what right the account is read; to whom a colleague is close is told only to those who look into that
     * @param history the case's own events, oldest first
     */
    EntitlementView then(AccessRight asker, String actorId, ReferralId id, List<RecordedEvent> history, Instant at) {
        var looked = actors.looks(actorId, id, at);
        var actor = actors.lastSeen(actorId, at).orElse(null);
        if (actor == null) {
            return answer(actorId, null, null, "Nothing of theirs is on record before that.", looked);
        }
        var state = ReferralState.of(until(history, at).stream()
                .map(e -> (ReferralEvent) e.payload())
                .toList());
        var facts = new CaseFacts(state, meetings(state, at), CaseStreams.tiesThen(log, state, at), at, vault::ageOn);
        var people = AccessPolicy.everybodyConcerned(facts);
        var reader = readers.then(actor, hadEnded(actorId, at), id, people, at);
        return switch (AccessPolicy.decide(reader, facts)) {
            case Granted granted ->
                answer(actorId, actor, granted, granted.right().because(), looked);
            case Denied denied ->
                answer(
                        actorId,
                        actor,
                        null,
                        LOOK_INTO_TIES.contains(asker)
                                ? denied.denial().because()
                                : denied.denial().becauseWithoutTies(),
                        looked);
        };
    }

    private static EntitlementView answer(
            String id, @Nullable Actor actor, @Nullable Granted granted, String because, List<Instant> looked) {
        return new EntitlementView(
                id,
                actor == null ? null : actor.name(),
                actor == null ? null : actor.role(),
                actor == null ? null : actor.organisation(),
                granted == null ? EntitledBy.NONE : by(granted.right()),
                granted == null ? EntitledTo.NOTHING : to(granted.scope().extent()),
                granted == null
                        ? List.of()
                        : granted.scope().people().stream().map(PersonId::value).toList(),
                because,
                looked);
    }

    private static EntitledBy by(AccessRight right) {
        return switch (right) {
            case TEAM -> EntitledBy.TEAM;
            case PROVIDER -> EntitledBy.PROVIDER;
            case HUB_MEMBER -> EntitledBy.HUB_MEMBER;
            case RECIPIENT -> EntitledBy.RECIPIENT;
            case BREAK_GLASS -> EntitledBy.BREAK_GLASS;
            case RELATIVE_IN_EMERGENCY -> EntitledBy.RELATIVE_IN_EMERGENCY;
            case DATA_PROTECTION -> EntitledBy.DATA_PROTECTION;
            case INVESTIGATION -> EntitledBy.INVESTIGATION;
            case AUDIT -> EntitledBy.AUDIT;
        };
    }

    private static EntitledTo to(Extent extent) {
        return switch (extent) {
            case WHOLE_CASE -> EntitledTo.WHOLE_CASE;
            case COVERED_BY_CONSENT -> EntitledTo.COVERED_BY_CONSENT;
            case OWN_ALLOCATIONS -> EntitledTo.OWN_ALLOCATIONS;
            case AS_SHARED -> EntitledTo.AS_SHARED;
            case WITHOUT_WHO_SPOKE -> EntitledTo.WITHOUT_WHO_SPOKE;
            case WITHOUT_TEXTS -> EntitledTo.WITHOUT_TEXTS;
            case NOTHING -> EntitledTo.NOTHING;
        };
    }

    private Map<MeetingId, HubMeetingState> meetings(ReferralState state, Instant at) {
        var ids = AccessPolicy.meetingsOf(state).stream().map(MeetingId::value).collect(Collectors.toSet());
        var meetings = new HashMap<MeetingId, HubMeetingState>();
        log.ofAggregates(ids)
                .forEach((id, events) -> meetings.put(new MeetingId(id), CaseStreams.meeting(until(events, at))));
        return meetings;
    }

    private boolean hadEnded(String actor, Instant at) {
        var history = until(log.ofAggregate(StaffAccessCheck.accessId(actor), 0), at);
        return !history.isEmpty() && history.getLast().payload() instanceof StaffAccessEnded;
    }

    private static List<RecordedEvent> until(List<RecordedEvent> events, Instant at) {
        return events.stream().filter(e -> !e.recordedAt().isAfter(at)).toList();
    }
}
