package uk.earlyhelphub.query.accountabilitypack;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.api.casefile.CaseReader;
import uk.earlyhelphub.api.pack.AccountabilityPack;
import uk.earlyhelphub.api.pack.AccountabilityPack.PackAbout;
import uk.earlyhelphub.api.pack.AccountabilityPack.PackCited;
import uk.earlyhelphub.api.pack.AccountabilityPack.PackDecision;
import uk.earlyhelphub.api.pack.AccountabilityPack.PackDissent;
import uk.earlyhelphub.api.pack.AccountabilityPack.PackLine;
import uk.earlyhelphub.api.pack.AccountabilityPack.PackLook;
import uk.earlyhelphub.api.pack.AccountabilityPack.PackMeeting;
import uk.earlyhelphub.api.pack.PackProfile;
import uk.earlyhelphub.events.hubmeeting.AgendaPublished;
import uk.earlyhelphub.events.hubmeeting.AttendanceRecorded;
import uk.earlyhelphub.events.hubmeeting.HubMeetingEvent;
import uk.earlyhelphub.events.hubmeeting.HubMeetingScheduled;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.referral.DataShared;
import uk.earlyhelphub.events.referral.DiscussedAtHub;
import uk.earlyhelphub.events.referral.SharingRefused;
import uk.earlyhelphub.model.access.AccessRight;
import uk.earlyhelphub.model.hubmeeting.HubMeetingState;
import uk.earlyhelphub.model.referral.Household;
import uk.earlyhelphub.personaldata.LoggedAccess;
import uk.earlyhelphub.personaldata.Vault;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.RecordedEvent;
import uk.earlyhelphub.query.access.CaseStreams;
import uk.earlyhelphub.query.access.Reveal;
import uk.earlyhelphub.query.audittrail.ActorHistory;
import uk.earlyhelphub.query.audittrail.Narrator;
import uk.earlyhelphub.query.casefile.ConsentCheck;
import uk.earlyhelphub.query.casefile.Differences;
import uk.earlyhelphub.query.casefile.PastCases;
import uk.earlyhelphub.query.proof.EventProofs;
import uk.earlyhelphub.query.proof.NewestCheckpoint;

/** Gathers everything that accounts for one decision, from the events. */
@Component
class PackAssembler {
    /** How many sections there are, for whoever watches. */
    static final int SECTIONS = 8;

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final CaseStreams streams;
    private final EventLog log;
    private final Entitlements entitlements;
    private final EventProofs proofs;
    private final NewestCheckpoint checkpoint;
    private final Reveal reveal;
    private final Vault vault;
    private final ActorHistory actors;
    private final Clock clock;

    PackAssembler(
            CaseStreams streams,
            EventLog log,
            Entitlements entitlements,
            EventProofs proofs,
            NewestCheckpoint checkpoint,
            Reveal reveal,
            Vault vault,
            ActorHistory actors,
            Clock clock) {
        this.streams = streams;
        this.log = log;
        this.entitlements = entitlements;
        this.proofs = proofs;
        this.checkpoint = checkpoint;
        this.reveal = reveal;
        this.vault = vault;
        this.actors = actors;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param complainant for whom, in that profile
     */
    record Order(
            ReferralId referral,
            String discussionId,
            PackProfile profile,
            @Nullable PersonId complainant,
            Actor by,
            AccessRight seenAs) {}

    /** The decision in a case's history, if it is there. */
    static java.util.Optional<RecordedEvent> decision(List<RecordedEvent> history, String discussionId) {
        return history.stream()
                .filter(e -> e.payload() instanceof DiscussedAtHub d
                        && d.discussionId().value().equals(discussionId))
                .findFirst();
    }

    /** Makes the pack. {@code done} is told how many sections are ready. */
    AccountabilityPack make(Order order, LoggedAccess access, IntConsumer done) {
        var found = streams.find(order.referral()).orElseThrow();
        var history = found.history();
        var decided = decision(history, order.discussionId()).orElseThrow();
        var decision = (DiscussedAtHub) decided.payload();
        var now = found.state();
        var then = PastCases.asKnownAt(history, decided.recordedAt(), "at");
        var redaction = new Redaction(
                now, order.seenAs().seesContent(), order.complainant(), text -> reveal.text(access, text));
        var own = order.complainant() == null ? null : new OwnEntries(order.complainant(), now);
        var theirs = own == null ? null : new ForComplainant(own, history);
        var named = own == null ? now.household().people() : own.people(now);
        var narrator = new Narrator(names(named, redaction), redaction::show);
        var meetingEvents = log.ofAggregate(decision.meetingId().value(), 0);
        done.accept(1);
        // What they could see when they decided, and so before the decision was on record.
        var deciding = decided.recordedAt().minus(1, ChronoUnit.MICROS);
        var couldSee = decision.present().stream()
                .map(member -> entitlements.then(order.seenAs(), member, order.referral(), history, deciding))
                .toList();
        done.accept(2);
        var consents = new ConsentCheck(vault::ageOn).check(history);
        var sharings = theirs == null ? lines(history, narrator) : theirs.sharings(narrator);
        done.accept(3);
        var looked = own == null
                ? lookedSince(order.referral(), decided)
                : ForComplainant.looked(actors.looksAt(order.referral(), decided.recordedAt(), own.person()));
        done.accept(4);
        var known = new KnownThen(redaction, own).of(then);
        done.accept(5);
        var later = (own == null
                        ? Differences.between(then, now)
                        : Differences.between(own.compared(then), own.compared(now)))
                .stream()
                        .filter(d -> !d.path().equals("version"))
                        .map(redaction::shown)
                        .toList();
        done.accept(6);
        var cited = cited(history, meetingEvents, theirs, decided);
        var today = LocalDate.ofInstant(clock.instant(), LONDON);
        var waiting = WaitingTimes.until(history, decided.recordedAt());
        var scheduled = scheduled(meetingEvents);
        var meeting = meeting(meetingEvents, scheduled, order.referral(), decision);
        done.accept(7);
        var pack = new AccountabilityPack(
                new PackAbout(
                        order.referral().value(),
                        now.intake().arrival().reference(),
                        order.discussionId(),
                        order.profile(),
                        order.complainant() == null ? null : order.complainant().value(),
                        clock.instant(),
                        theirs == null
                                ? order.by().name()
                                : ForComplainant.office(order.by().role()),
                        CaseReader.valueOf(order.seenAs().name()),
                        checkpoint.note().orElse(null)),
                theirs == null ? decision(decision, decided, redaction) : theirs.decision(decision, decided, redaction),
                theirs == null ? meeting : theirs.meeting(meeting, scheduled),
                theirs == null ? couldSee : theirs.couldSee(couldSee),
                theirs == null ? consents : theirs.consents(consents),
                sharings,
                theirs == null ? WaitingTimes.deadlines(history, today) : theirs.deadlines(today),
                theirs == null ? waiting : ForComplainant.waiting(waiting),
                looked,
                known,
                later,
                cited,
                redaction.withheld());
        done.accept(SECTIONS);
        return pack;
    }

    private static HashMap<PersonId, String> names(List<Household.Person> people, Redaction redaction) {
        var names = new HashMap<PersonId, String>();
        for (var person : people) {
            var name = person.added().name();
            names.put(person.personId(), name == null ? "somebody whose name is not known" : redaction.show(name));
        }
        return names;
    }

    private static PackDecision decision(DiscussedAtHub decision, RecordedEvent recorded, Redaction redaction) {
        return new PackDecision(
                decision.discussedOn(),
                recorded.recordedAt(),
                decision.decision(),
                decision.options().stream().map(o -> o.decision()).toList(),
                redaction.show(decision.rationale()),
                decision.decidedBy(),
                decision.dissent().stream()
                        .map(d -> new PackDissent(d.member(), redaction.show(d.reason())))
                        .toList(),
                decision.follows() != null);
    }

    private static HubMeetingScheduled scheduled(List<RecordedEvent> events) {
        return events.stream()
                .map(RecordedEvent::payload)
                .filter(HubMeetingScheduled.class::isInstance)
                .map(HubMeetingScheduled.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static PackMeeting meeting(
            List<RecordedEvent> events, HubMeetingScheduled scheduled, ReferralId id, DiscussedAtHub decision) {
        var attendance = events.stream()
                .map(RecordedEvent::payload)
                .filter(AttendanceRecorded.class::isInstance)
                .map(AttendanceRecorded.class::cast)
                .reduce((first, second) -> second);
        var published = events.stream()
                .filter(e ->
                        e.payload() instanceof AgendaPublished p && p.items().contains(id))
                .findFirst()
                .map(RecordedEvent::recordedAt)
                .orElse(null);
        var interests =
                HubMeetingState.of(events.stream()
                                .map(e -> (HubMeetingEvent) e.payload())
                                .toList())
                        .interests()
                        .stream()
                        .filter(i -> i.referralId().equals(id))
                        .map(i -> i.member() + ": " + i.nature())
                        .toList();
        return new PackMeeting(
                scheduled.meetingId().value(),
                scheduled.meetsOn(),
                scheduled.startsAt(),
                scheduled.place(),
                scheduled.chair(),
                scheduled.members().stream()
                        .map(m -> m.name() + " (" + m.organisation() + ")")
                        .toList(),
                decision.present(),
                attendance.map(AttendanceRecorded::apologies).orElse(List.of()),
                published,
                interests);
    }

    private static List<PackLine> lines(List<RecordedEvent> history, Narrator narrator) {
        return history.stream()
                .filter(e -> e.payload() instanceof DataShared || e.payload() instanceof SharingRefused)
                .map(e -> new PackLine(
                        e.recordedAt(), narrator.tell(e.payload()), e.position().toString()))
                .toList();
    }

    private List<PackLook> lookedSince(ReferralId id, RecordedEvent decided) {
        return actors.looksAt(id, decided.recordedAt()).stream()
                .map(l -> new PackLook(l.name(), l.role(), l.organisation(), l.type(), l.view(), l.times(), l.last()))
                .toList();
    }

    private List<PackCited> cited(
            List<RecordedEvent> history,
            List<RecordedEvent> meeting,
            @Nullable ForComplainant theirs,
            RecordedEvent decided) {
        var events = new ArrayList<>(history);
        events.addAll(meeting);
        events.sort(java.util.Comparator.comparing(RecordedEvent::position));
        proofs.await(events.getLast().position());
        return events.stream()
                .filter(e -> theirs == null || theirs.cites(e, decided))
                .map(e -> {
                    var proved = proofs.of(e.position());
                    return new PackCited(
                            e.position().toString(),
                            e.eventId(),
                            e.type(),
                            e.recordedAt(),
                            proved.map(EventProofs.Proved::index).orElse(null),
                            proved.filter(p -> theirs == null)
                                    .map(EventProofs.Proved::leaf)
                                    .orElse(null),
                            proved.map(EventProofs.Proved::leafHash).orElse(null),
                            proved.map(EventProofs.Proved::proof).orElse(null));
                })
                .toList();
    }
}
