package uk.earlyhelphub.query.accountabilitypack;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.api.pack.AccountabilityPack.PackDeadline;
import uk.earlyhelphub.api.pack.AccountabilityPack.PackStretch;
import uk.earlyhelphub.api.pack.AccountabilityPack.PackWaitedFor;
import uk.earlyhelphub.api.pack.AccountabilityPack.PackWaiting;
import uk.earlyhelphub.events.kernel.HubEvent;
import uk.earlyhelphub.events.referral.AllocationAccepted;
import uk.earlyhelphub.events.referral.AllocationDeclined;
import uk.earlyhelphub.events.referral.ConsentGiven;
import uk.earlyhelphub.events.referral.ConsentRefused;
import uk.earlyhelphub.events.referral.ConsentRequested;
import uk.earlyhelphub.events.referral.InformationSupplied;
import uk.earlyhelphub.events.referral.ReferralEvent;
import uk.earlyhelphub.events.referral.ReferralReturnedForInformation;
import uk.earlyhelphub.events.referral.ReferralStatus;
import uk.earlyhelphub.events.referral.ReferralTriaged;
import uk.earlyhelphub.events.referral.ServiceAllocated;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.platform.engine.RecordedEvent;

/** Whom a case waited for, and which days were kept. Worked out from its events alone. */
final class WaitingTimes {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private WaitingTimes() {}

    /** Who was waited for, from the first event to an instant. */
    static PackWaiting until(List<RecordedEvent> history, Instant end) {
        var stretches = new ArrayList<PackStretch>();
        var state = ReferralState.NONE;
        for (var i = 0; i < history.size(); i++) {
            var event = history.get(i);
            if (!event.recordedAt().isBefore(end)) {
                break;
            }
            state = state.after((ReferralEvent) event.payload());
            var until =
                    i + 1 < history.size() && history.get(i + 1).recordedAt().isBefore(end)
                            ? history.get(i + 1).recordedAt()
                            : end;
            var status = state.status(LocalDate.ofInstant(event.recordedAt(), LONDON));
            add(stretches, new PackStretch(whom(status), status, event.recordedAt(), until));
        }
        var days = new EnumMap<PackWaitedFor, Double>(PackWaitedFor.class);
        List.of(PackWaitedFor.REFERRER, PackWaitedFor.FAMILY, PackWaitedFor.HUB, PackWaitedFor.PROVIDER)
                .forEach(whom -> days.put(whom, 0.0));
        for (var stretch : stretches) {
            var length = Duration.between(stretch.from(), stretch.to()).toMinutes() / 1440.0;
            days.merge(stretch.waitedFor(), length, Double::sum);
        }
        days.replaceAll((whom, length) -> Math.round(length * 10) / 10.0);
        return new PackWaiting(days, List.copyOf(stretches));
    }

    private static void add(List<PackStretch> stretches, PackStretch next) {
        if (!stretches.isEmpty() && stretches.getLast().status().equals(next.status())) {
            var last = stretches.removeLast();
            stretches.add(new PackStretch(last.waitedFor(), last.status(), last.from(), next.to()));
        } else {
            stretches.add(next);
        }
    }

    private static PackWaitedFor whom(ReferralStatus status) {
        return switch (status) {
            case RETURNED_FOR_INFORMATION -> PackWaitedFor.REFERRER;
            case AWAITING_CONSENT -> PackWaitedFor.FAMILY;
            case OFFERED, ACCEPTED -> PackWaitedFor.PROVIDER;
            case RECEIVED, IN_TRIAGE, READY_FOR_HUB, ON_AGENDA, DECIDED -> PackWaitedFor.HUB;
            case IN_DELIVERY, SERVICE_ENDED, STEPPED_UP, CLOSED -> PackWaitedFor.NOBODY;
        };
    }

    /** What was due, and whether it was done by then. {@code today} decides whether what is open was missed. */
    static List<PackDeadline> deadlines(List<RecordedEvent> history, LocalDate today) {
        var due = new ArrayList<PackDeadline>();
        for (var i = 0; i < history.size(); i++) {
            var later = history.subList(i + 1, history.size());
            switch (history.get(i).payload()) {
                case ReferralTriaged e ->
                    due.add(deadline("A level of need", PackWaitedFor.HUB, e.dueOn(), e.triagedOn(), today));
                case ReferralReturnedForInformation e ->
                    due.add(deadline(
                            "What the referral lacked: " + String.join(", ", e.missing()),
                            PackWaitedFor.REFERRER,
                            e.neededBy(),
                            met(later, x -> x instanceof InformationSupplied s && s.complete()),
                            today));
                case ConsentRequested e ->
                    due.add(deadline(
                            "An answer about consent",
                            PackWaitedFor.FAMILY,
                            e.respondBy(),
                            met(
                                    later,
                                    x -> x instanceof ConsentGiven g
                                                    && g.personId().equals(e.personId())
                                            || x instanceof ConsentRefused r
                                                    && r.personId().equals(e.personId())),
                            today));
                case ServiceAllocated e ->
                    due.add(deadline(
                            "The provider's answer to an allocation",
                            PackWaitedFor.PROVIDER,
                            e.answerBy(),
                            met(
                                    later,
                                    x -> x instanceof AllocationAccepted a
                                                    && a.allocationId().equals(e.allocationId())
                                            || x instanceof AllocationDeclined d
                                                    && d.allocationId().equals(e.allocationId())),
                            today));
                default -> {}
            }
        }
        return List.copyOf(due);
    }

    private static @Nullable LocalDate met(List<RecordedEvent> later, Predicate<HubEvent> by) {
        return later.stream()
                .filter(e -> by.test(e.payload()))
                .findFirst()
                .map(e -> LocalDate.ofInstant(e.recordedAt(), LONDON))
                .orElse(null);
    }

    private static PackDeadline deadline(
            String what, PackWaitedFor waitedFor, LocalDate dueOn, @Nullable LocalDate metOn, LocalDate today) {
        var missed = metOn == null ? today.isAfter(dueOn) : metOn.isAfter(dueOn);
        return new PackDeadline(what, waitedFor, dueOn, metOn, missed);
    }
}
