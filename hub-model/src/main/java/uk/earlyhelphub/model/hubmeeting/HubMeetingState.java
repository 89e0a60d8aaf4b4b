package uk.earlyhelphub.model.hubmeeting;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.hubmeeting.AgendaItemAdded;
import uk.earlyhelphub.events.hubmeeting.AgendaItemRemoved;
import uk.earlyhelphub.events.hubmeeting.AgendaPublished;
import uk.earlyhelphub.events.hubmeeting.AttendanceRecorded;
import uk.earlyhelphub.events.hubmeeting.HubMeetingCancelled;
import uk.earlyhelphub.events.hubmeeting.HubMeetingEvent;
import uk.earlyhelphub.events.hubmeeting.HubMeetingHeld;
import uk.earlyhelphub.events.hubmeeting.HubMeetingScheduled;
import uk.earlyhelphub.events.hubmeeting.InterestDeclarationCorrected;
import uk.earlyhelphub.events.hubmeeting.InterestDeclared;
import uk.earlyhelphub.events.hubmeeting.InterestDeclaredForMember;
import uk.earlyhelphub.events.ids.ReferralId;

/** A Hub meeting as its events leave it. */
public record HubMeetingState(
        @Nullable HubMeetingScheduled scheduled,
        Set<ReferralId> items,
        boolean published,
        List<String> present,
        List<InterestDeclared> interests,
        boolean held,
        boolean cancelled) {

    /** Before it was called. */
    public static final HubMeetingState NONE =
            new HubMeetingState(null, Set.of(), false, List.of(), List.of(), false, false);

    /** The state that a history leads to. */
    public static HubMeetingState of(List<? extends HubMeetingEvent> history) {
        var state = NONE;
        for (var event : history) {
            state = state.after(event);
        }
        return state;
    }

    /** The state once one more thing has happened. */
    public HubMeetingState after(HubMeetingEvent event) {
        return switch (event) {
            case HubMeetingScheduled e -> new HubMeetingState(e, items, published, present, interests, held, cancelled);
            case AgendaItemAdded e -> withItems(e.referralId(), true);
            case AgendaItemRemoved e -> withItems(e.referralId(), false);
            case AgendaPublished _ -> new HubMeetingState(scheduled, items, true, present, interests, held, cancelled);
            case AttendanceRecorded e ->
                new HubMeetingState(scheduled, items, published, e.present(), interests, held, cancelled);
            case InterestDeclared e -> withInterest(e);
            case InterestDeclaredForMember e ->
                withInterest(new InterestDeclared(e.meetingId(), e.referralId(), e.member(), e.nature()));
            case InterestDeclarationCorrected e ->
                withInterests(interests.stream()
                        .filter(i -> !i.member().equals(e.member())
                                || !i.referralId().equals(e.referralId()))
                        .toList());
            case HubMeetingHeld _ ->
                new HubMeetingState(scheduled, items, published, present, interests, true, cancelled);
            case HubMeetingCancelled _ ->
                new HubMeetingState(scheduled, Set.of(), published, present, interests, held, true);
        };
    }

    private HubMeetingState withInterest(InterestDeclared interest) {
        var all = new ArrayList<>(interests);
        all.add(interest);
        return withInterests(all);
    }

    private HubMeetingState withInterests(List<InterestDeclared> all) {
        return new HubMeetingState(scheduled, items, published, present, List.copyOf(all), held, cancelled);
    }

    private HubMeetingState withItems(ReferralId id, boolean add) {
        var changed = new LinkedHashSet<>(items);
        if (add) {
            changed.add(id);
        } else {
            changed.remove(id);
        }
        return new HubMeetingState(
                scheduled,
                java.util.Collections.unmodifiableSet(changed),
                published,
                present,
                interests,
                held,
                cancelled);
    }

    /** How it was called. Throws {@link IllegalStateException} before that. */
    public HubMeetingScheduled call() {
        if (scheduled == null) {
            throw new IllegalStateException("No meeting was called");
        }
        return scheduled;
    }

    public boolean isMember(String person) {
        return call().members().stream().anyMatch(m -> m.memberId().equals(person))
                || call().chair().equals(person);
    }

    /** Whether a member declared an interest in a case, and so may neither open nor decide it. */
    public boolean hasInterest(String member, ReferralId referral) {
        return interests.stream()
                .anyMatch(i -> i.member().equals(member) && i.referralId().equals(referral));
    }
}
