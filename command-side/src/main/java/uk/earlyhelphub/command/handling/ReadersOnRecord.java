package uk.earlyhelphub.command.handling;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.command.emergency.EmergencyStreams;
import uk.earlyhelphub.events.EventTypes;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.kernel.HubEvent;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.recordaccess.ConflictKind;
import uk.earlyhelphub.events.recordaccess.RecordAccessEvent;
import uk.earlyhelphub.model.access.FamilyTies;
import uk.earlyhelphub.model.access.ReaderActs;
import uk.earlyhelphub.model.access.TiesAcrossCases;
import uk.earlyhelphub.model.emergency.Emergencies;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.personaldata.Colleagues;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.RecordedEvent;

/** What is known of readers from the history itself and, as to whom they are close, from the vault. */
@Component
class ReadersOnRecord implements Readers {
    private static final List<String> ACTS = List.of("RecordAccess.BreakGlassUsed", "RecordAccess.ConflictReasonGiven");
    /** No emergency lasts longer than an hour; the clocks of two processes differ a little. */
    private static final Duration LONGEST = Duration.ofMinutes(61);

    private final EventLog log;
    private final Colleagues colleagues;
    private final EmergencyStreams emergencies;

    ReadersOnRecord(EventLog log, Colleagues colleagues, EmergencyStreams emergencies) {
        this.log = log;
        this.colleagues = colleagues;
        this.emergencies = emergencies;
    }

    @Override
    public ReaderActs acts(Actor actor, Instant at) {
        var midnight = ReaderActs.reasonsSince(at);
        var hourAgo = at.minus(LONGEST);
        var acts = ReaderActs.NONE;
        for (var act : log.ofTypesBy(ACTS, actor.id(), midnight.isBefore(hourAgo) ? midnight : hourAgo)) {
            acts = acts.after((RecordAccessEvent) act.payload(), actor.id(), act.recordedAt());
        }
        return acts;
    }

    @Override
    public FamilyTies ties(ReferralState state) {
        return TiesAcrossCases.of(state, this::mentioning);
    }

    private List<HubEvent> mentioning(List<TiesAcrossCases.Mention> mentions) {
        return log
                .mentioning(mentions.stream()
                        .map(m -> new EventLog.Mention(EventTypes.of(m.type()).name(), m.field(), m.values()))
                        .toList())
                .stream()
                .map(RecordedEvent::payload)
                .toList();
    }

    @Override
    public Map<PersonId, Set<ConflictKind>> closeTo(Actor actor, Collection<PersonId> people) {
        return colleagues.closeTo(actor.id(), people);
    }

    @Override
    public Emergencies openedElsewhere(Actor actor, Instant at) {
        return emergencies.elsewhere(actor, at);
    }

    @Override
    public long countingConnections(String staff) {
        return colleagues.declared(staff) - colleagues.removalAsked(staff);
    }

    @Override
    public void requireRoom(String staff, String relation) {
        colleagues.requireRoom(staff, Colleagues.Relation.valueOf(relation));
    }
}
