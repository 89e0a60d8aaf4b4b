package uk.earlyhelphub.query.accountabilitypack;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
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
    static Pack.Waiting until(List<RecordedEvent> history, Instant end) {
        var stretches = new ArrayList<Pack.Stretch>();
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
            add(stretches, new Pack.Stretch(whom(status), status.name(), event.recordedAt(), until));
        }
        var days = new LinkedHashMap<String, Double>();
        List.of("REFERRER", "FAMILY", "HUB", "PROVIDER").forEach(whom -> days.put(whom, 0.0));
        for (var stretch : stretches) {
            var length = Duration.between(stretch.from(), stretch.to()).toMinutes() / 1440.0;
            days.merge(stretch.waitedFor(), length, Double::sum);
        }
        days.replaceAll((whom, length) -> Math.round(length * 10) / 10.0);
        return new Pack.Waiting(days, List.copyOf(stretches));
    }

    private static void add(List<Pack.Stretch> stretches, Pack.Stretch next) {
        if (!stretches.isEmpty() && stretches.getLast().status().equals(next.status())) {
            var last = stretches.removeLast();
            stretches.add(new Pack.Stretch(last.waitedFor(), last.status(), last.from(), next.to()));
        } else {
            stretches.add(next);
        }
    }

    private static String whom(ReferralStatus status) {
        return switch (status) {
            case RETURNED_FOR_INFORMATION -> "REFERRER";
            case AWAITING_CONSENT -> "FAMILY";
            case OFFERED, ACCEPTED -> "PROVIDER";
            case RECEIVED, IN_TRIAGE, READY_FOR_HUB, ON_AGENDA, DECIDED -> "HUB";
            case IN_DELIVERY, SERVICE_ENDED, STEPPED_UP, CLOSED -> "NOBODY";
        };
    }

    /** What was due, and whether it was done by then. {@code today} decides whether what is open was missed. */
    static List<Pack.Deadline> deadlines(List<RecordedEvent> history, LocalDate today) {
        var due = new ArrayList<Pack.Deadline>();
        for (var i = 0; i < history.size(); i++) {
            var later = history.subList(i + 1, history.size());
            switch (history.get(i).payload()) {
                case ReferralTriaged e -> due.add(deadline("A level of need", "HUB", e.dueOn(), e.triagedOn(), today));
                case ReferralReturnedForInformation e ->
                    due.add(deadline(
                            "What the referral lacked: " + String.join(", ", e.missing()),
                            "REFERRER",
                            e.neededBy(),
                            met(later, InformationSupplied.class::isInstance),
                            today));
                case ConsentRequested e ->
                    due.add(deadline(
                            "An answer about consent",
                            "FAMILY",
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
                            "PROVIDER",
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

    private static Pack.Deadline deadline(
            String what, String waitedFor, LocalDate dueOn, @Nullable LocalDate metOn, LocalDate today) {
        var missed = metOn == null ? today.isAfter(dueOn) : metOn.isAfter(dueOn);
        return new Pack.Deadline(what, waitedFor, dueOn, metOn, missed);
    }
}
