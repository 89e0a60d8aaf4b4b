package uk.earlyhelphub.query.accountabilitypack;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.events.hubmeeting.AgendaPublished;
import uk.earlyhelphub.events.hubmeeting.HubMeetingCancelled;
import uk.earlyhelphub.events.hubmeeting.HubMeetingHeld;
import uk.earlyhelphub.events.hubmeeting.HubMeetingScheduled;
import uk.earlyhelphub.events.hubmeeting.InterestDeclared;
import uk.earlyhelphub.events.ids.MeetingId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.referral.Agency;
import uk.earlyhelphub.events.referral.PutOnAgenda;
import uk.earlyhelphub.events.referral.ReferralEvent;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.platform.engine.EventCodec;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.RecordedEvent;
import uk.earlyhelphub.query.access.DisclosureScope;
import uk.earlyhelphub.query.access.Relationship;

/** Works out again, from the history, what somebody could have seen of a case at an instant. */
@Component
class Entitlements {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private final EventLog log;
    private final EventCodec codec;
    private final JdbcTemplate jdbc;

    Entitlements(EventLog log, EventCodec codec, Databases databases) {
        this.log = log;
        this.codec = codec;
        this.jdbc = new JdbcTemplate(databases.projector());
    }

    /**
     * What they could have seen.
     *
     * @param history the case's own events, oldest first
     */
    Entitlement then(String actorId, ReferralId id, List<RecordedEvent> history, Instant at) {
        var before = history.stream().filter(e -> !e.recordedAt().isAfter(at)).toList();
        var state = ReferralState.of(
                before.stream().map(e -> (ReferralEvent) e.payload()).toList());
        var actor = actor(actorId, at).orElse(null);
        var looked = looked(actorId, id, at);
        var meetings = before.stream()
                .map(RecordedEvent::payload)
                .filter(PutOnAgenda.class::isInstance)
                .map(e -> ((PutOnAgenda) e).meetingId())
                .distinct()
                .map(meeting -> meeting(meeting, at))
                .toList();
        if (meetings.stream().anyMatch(m -> m.interestOf(actorId, id))) {
            return answer(
                    actorId,
                    actor,
                    Entitlement.Right.NONE,
                    Entitlement.Extent.NOTHING,
                    List.of(),
                    "They had declared an interest in the case and were barred from it.",
                    looked);
        }
        if (ended(actorId, at)) {
            return answer(
                    actorId,
                    actor,
                    Entitlement.Right.NONE,
                    Entitlement.Extent.NOTHING,
                    List.of(),
                    "Their access to the Hub had been ended.",
                    looked);
        }
        var own = actor == null ? Optional.<Relationship>empty() : Relationship.of(actor, state);
        if (own.filter(Relationship::seesContent).isPresent()) {
            return own(actorId, actor, own.get(), state, looked);
        }
        if (glassBroken(actorId, id, at)) {
            return answer(
                    actorId,
                    actor,
                    Entitlement.Right.BREAK_GLASS,
                    Entitlement.Extent.WHOLE_CASE,
                    everybody(state),
                    "They had opened the case in an emergency.",
                    looked);
        }
        if (own.isPresent()) {
            return own(actorId, actor, own.get(), state, looked);
        }
        if (meetings.stream().anyMatch(m -> m.calls(actorId, id)) && !excluded(actor, state)) {
            var day = LocalDate.ofInstant(at, LONDON);
            var covered = DisclosureScope.mayBeDiscussed(state, day).stream()
                    .map(PersonId::value)
                    .toList();
            return answer(
                    actorId,
                    actor,
                    Entitlement.Right.HUB_MEMBER,
                    Entitlement.Extent.COVERED_BY_CONSENT,
                    covered,
                    "They were called to the meeting on whose published agenda the case stood.",
                    looked);
        }
        return answer(
                actorId,
                actor,
                Entitlement.Right.NONE,
                Entitlement.Extent.NOTHING,
                List.of(),
                actor == null ? "Nothing of theirs is on record before that." : "Nothing tied them to the case.",
                looked);
    }

    private static Entitlement own(
            String id, @Nullable Actor actor, Relationship own, ReferralState state, List<Instant> looked) {
        var right = Entitlement.Right.valueOf(own.name());
        return switch (own) {
            case TEAM ->
                answer(
                        id,
                        actor,
                        right,
                        Entitlement.Extent.WHOLE_CASE,
                        everybody(state),
                        "The case was their team's.",
                        looked);
            case PROVIDER ->
                answer(
                        id,
                        actor,
                        right,
                        Entitlement.Extent.OWN_ALLOCATIONS,
                        DisclosureScope.allocatedTo(
                                        Objects.requireNonNull(actor).organisation(), state)
                                .stream()
                                .map(PersonId::value)
                                .toList(),
                        "A service of theirs was allocated to the family.",
                        looked);
            default ->
                answer(
                        id,
                        actor,
                        right,
                        Entitlement.Extent.WITHOUT_TEXTS,
                        everybody(state),
                        "Their office let them see what happened, without texts.",
                        looked);
        };
    }

    private static List<String> everybody(ReferralState state) {
        return state.household().people().stream()
                .map(p -> p.personId().value())
                .toList();
    }

    private static Entitlement answer(
            String id,
            @Nullable Actor actor,
            Entitlement.Right right,
            Entitlement.Extent extent,
            List<String> people,
            String because,
            List<Instant> looked) {
        return new Entitlement(
                id,
                actor == null ? null : actor.name(),
                actor == null ? null : actor.role().name(),
                actor == null ? null : actor.organisation(),
                right,
                extent,
                people,
                because,
                looked);
    }

    private static boolean excluded(@Nullable Actor actor, ReferralState state) {
        return actor != null
                && state.intake().arrival().excludedAgencies().stream()
                        .map(Agency::name)
                        .anyMatch(actor.organisation()::equals);
    }

    /** In which role, and for which team, they acted last. Reads say no team, so commands are asked too. */
    private Optional<Actor> actor(String id, Instant at) {
        var envelopes = jdbc.queryForList(
                "select envelope from projections.audit_line where actor = ? and recorded_at <= ? order by recorded_at desc limit 200",
                String.class,
                id,
                at.atOffset(ZoneOffset.UTC));
        var actors =
                envelopes.stream().map(e -> Actor.from(codec.readEnvelope(e))).toList();
        return actors.stream()
                .findFirst()
                .map(newest -> actors.stream()
                        .filter(a -> a.team() != null && a.role() == newest.role())
                        .findFirst()
                        .orElse(newest));
    }

    private List<Instant> looked(String actor, ReferralId id, Instant at) {
        return jdbc.query(
                "select recorded_at from projections.audit_line where referral_id = ?::uuid and actor = ?"
                        + " and type = 'RecordAccess.RecordOpened' and recorded_at <= ? order by recorded_at",
                (row, n) -> row.getObject(1, OffsetDateTime.class).toInstant(),
                id.value(),
                actor,
                at.atOffset(ZoneOffset.UTC));
    }

    private boolean glassBroken(String actor, ReferralId id, Instant at) {
        return count(
                        "select count(*) from projections.break_glass where actor = ? and referral_id = ?::uuid and used_at <= ? and until > ?",
                        actor,
                        id.value(),
                        at.atOffset(ZoneOffset.UTC),
                        at.atOffset(ZoneOffset.UTC))
                > 0;
    }

    private boolean ended(String actor, Instant at) {
        var last = jdbc.queryForList(
                "select type from projections.audit_line where stream = 'StaffAccess' and payload ->> 'staff' = ? and recorded_at <= ?"
                        + " order by epoch desc, tx desc, global_index desc limit 1",
                String.class,
                actor,
                at.atOffset(ZoneOffset.UTC));
        return last.contains("StaffAccess.StaffAccessEnded");
    }

    private long count(String sql, Object... values) {
        var count = jdbc.queryForObject(sql, Long.class, values);
        return count == null ? 0 : count;
    }

    /** A meeting as it was known at an instant. */
    private record Meeting(List<RecordedEvent> events) {
        boolean calls(String actor, ReferralId id) {
            var over = events.stream()
                    .anyMatch(e -> e.payload() instanceof HubMeetingHeld || e.payload() instanceof HubMeetingCancelled);
            var published = events.stream()
                    .anyMatch(e -> e.payload() instanceof AgendaPublished p
                            && p.items().contains(id));
            var member = events.stream()
                    .anyMatch(e -> e.payload() instanceof HubMeetingScheduled s
                            && s.members().stream().anyMatch(m -> m.memberId().equals(actor)));
            return !over && published && member;
        }

        boolean interestOf(String actor, ReferralId id) {
            return events.stream()
                    .anyMatch(e -> e.payload() instanceof InterestDeclared i
                            && i.member().equals(actor)
                            && i.referralId().equals(id));
        }
    }

    private Meeting meeting(MeetingId id, Instant at) {
        return new Meeting(log.ofAggregate(id.value(), 0).stream()
                .filter(e -> !e.recordedAt().isAfter(at))
                .toList());
    }
}
