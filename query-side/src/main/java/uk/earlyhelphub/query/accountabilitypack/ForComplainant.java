package uk.earlyhelphub.query.accountabilitypack;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import uk.earlyhelphub.api.casefile.ConsentCheckView.CheckedAct;
import uk.earlyhelphub.api.pack.AccountabilityPack.PackDeadline;
import uk.earlyhelphub.api.pack.AccountabilityPack.PackDecision;
import uk.earlyhelphub.api.pack.AccountabilityPack.PackDissent;
import uk.earlyhelphub.api.pack.AccountabilityPack.PackLine;
import uk.earlyhelphub.api.pack.AccountabilityPack.PackLook;
import uk.earlyhelphub.api.pack.AccountabilityPack.PackMeeting;
import uk.earlyhelphub.api.pack.AccountabilityPack.PackWaitedFor;
import uk.earlyhelphub.api.pack.AccountabilityPack.PackWaiting;
import uk.earlyhelphub.api.pack.EntitlementView;
import uk.earlyhelphub.events.hubmeeting.HubMeetingScheduled;
import uk.earlyhelphub.events.hubmeeting.Member;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.referral.DataShared;
import uk.earlyhelphub.events.referral.DiscussedAtHub;
import uk.earlyhelphub.events.referral.ReferralTriaged;
import uk.earlyhelphub.events.referral.SharingRefused;
import uk.earlyhelphub.platform.engine.RecordedEvent;
import uk.earlyhelphub.query.audittrail.ActorHistory;
import uk.earlyhelphub.query.audittrail.Narrator;

/**
 * What goes into a pack for somebody who complains: how it was decided, by which offices, and their own entries. Nothing about
 * anybody else goes in, not even that there is something, and no colleague by name. A section is made here from what is allowed; it
 * is not cut out of what an investigator gets.
 */
final class ForComplainant {
    private static final String A_COLLEAGUE = "a colleague";

    private final OwnEntries own;
    private final List<RecordedEvent> history;

    ForComplainant(OwnEntries own, List<RecordedEvent> history) {
        this.own = own;
        this.history = List.copyOf(history);
    }

    /** A role in the words of everyday English. */
    static String office(Role role) {
        return role.name().toLowerCase(Locale.UK).replace('_', ' ');
    }

    /** What was decided, without what was said about the case as a whole. */
    PackDecision decision(DiscussedAtHub decision, RecordedEvent recorded, Redaction redaction) {
        return new PackDecision(
                decision.discussedOn(),
                recorded.recordedAt(),
                decision.decision(),
                decision.options().stream().map(o -> o.decision()).toList(),
                redaction.ofTheWholeCase(),
                office(Actor.from(recorded.envelope()).role()),
                decision.dissent().stream()
                        .map(d -> new PackDissent("a member of the meeting", redaction.ofTheWholeCase()))
                        .toList(),
                decision.follows() != null);
    }

    /** Where it was decided, and by people of which organisations. */
    PackMeeting meeting(PackMeeting whole, HubMeetingScheduled scheduled) {
        var organisations = scheduled.members().stream()
                .collect(Collectors.toMap(Member::memberId, Member::organisation, (a, b) -> a));
        return new PackMeeting(
                whole.meetingId(),
                whole.meetsOn(),
                whole.startsAt(),
                whole.place(),
                "the chair",
                scheduled.members().stream()
                        .map(m -> A_COLLEAGUE + " (" + m.organisation() + ")")
                        .toList(),
                offices(whole.present(), scheduled.chair(), organisations),
                offices(whole.apologies(), scheduled.chair(), organisations),
                whole.agendaPublishedAt(),
                List.of());
    }

    private static List<String> offices(List<String> members, String chair, Map<String, String> organisations) {
        return members.stream()
                .map(m -> m.equals(chair)
                        ? "the chair"
                        : organisations.containsKey(m) ? A_COLLEAGUE + " (" + organisations.get(m) + ")" : A_COLLEAGUE)
                .toList();
    }

    /** Who of those present could see this person's texts. */
    List<EntitlementView> couldSee(List<EntitlementView> all) {
        var person = own.person().value();
        return all.stream()
                .filter(e -> e.people().contains(person))
                .map(e -> new EntitlementView(
                        e.role() == null ? A_COLLEAGUE : office(e.role()),
                        null,
                        e.role(),
                        e.organisation(),
                        e.right(),
                        e.extent(),
                        List.of(person),
                        e.because(),
                        e.looked()))
                .toList();
    }

    /** Whether consent covered what was done with them alone. */
    List<CheckedAct> consents(List<CheckedAct> all) {
        var theirs = history.stream()
                .filter(e -> own.isTheirs(e.payload()))
                .map(RecordedEvent::eventId)
                .collect(Collectors.toSet());
        return all.stream().filter(a -> theirs.contains(a.eventId())).toList();
    }

    /** What was shared of them; of what was refused neither with whom nor why, for that can be somebody else's fear. */
    List<PackLine> sharings(Narrator narrator) {
        return history.stream()
                .filter(e -> e.payload() instanceof DataShared && own.isTheirs(e.payload())
                        || e.payload() instanceof SharingRefused r && r.people().contains(own.person()))
                .map(e -> new PackLine(
                        e.recordedAt(),
                        e.payload() instanceof SharingRefused
                                ? "It was asked that something be shared, and the Hub refused it."
                                : narrator.tell(e.payload()),
                        e.position().toString()))
                .toList();
    }

    /** What was due to them, or from them, and when the level of need was. */
    List<PackDeadline> deadlines(LocalDate today) {
        return WaitingTimes.deadlines(
                        history.stream()
                                .filter(e -> e.payload() instanceof ReferralTriaged || own.isTheirs(e.payload()))
                                .toList(),
                        today)
                .stream()
                .filter(d -> d.waitedFor() != PackWaitedFor.PROVIDER)
                .toList();
    }

    /** For whom the case waited, in all; not when, and not for a service that may be somebody else's. */
    static PackWaiting waiting(PackWaiting whole) {
        var days = new EnumMap<PackWaitedFor, Double>(PackWaitedFor.class);
        days.putAll(whole.days());
        days.remove(PackWaitedFor.PROVIDER);
        days.remove(PackWaitedFor.NOBODY);
        return new PackWaiting(days, List.of());
    }

    /** Looks at them since, by office; whoever took a file out may have done it for somebody else who complains. */
    static List<PackLook> looked(List<ActorHistory.Looks> looks) {
        return looks.stream()
                .filter(l -> !l.type().endsWith("RecordExported"))
                .map(l -> new PackLook(
                        l.role().toLowerCase(Locale.UK).replace('_', ' '),
                        l.role(),
                        l.organisation(),
                        l.type(),
                        null,
                        l.times(),
                        l.last()))
                .toList();
    }

    /** Whether an event is cited: the decision, how it came to it, and their own. */
    boolean cites(RecordedEvent event, RecordedEvent decided) {
        return event.eventId().equals(decided.eventId())
                || OwnEntries.isOfTheProcedure(event.payload())
                || own.isTheirs(event.payload());
    }
}
