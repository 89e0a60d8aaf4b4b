package uk.earlyhelphub.query.audittrail;

import static uk.earlyhelphub.query.audittrail.Narrator.words;

import java.util.stream.Collectors;
import uk.earlyhelphub.events.hubmeeting.AgendaItemAdded;
import uk.earlyhelphub.events.hubmeeting.AgendaItemRemoved;
import uk.earlyhelphub.events.hubmeeting.AgendaPublished;
import uk.earlyhelphub.events.hubmeeting.AttendanceRecorded;
import uk.earlyhelphub.events.hubmeeting.HubMeetingCancelled;
import uk.earlyhelphub.events.hubmeeting.HubMeetingHeld;
import uk.earlyhelphub.events.hubmeeting.HubMeetingScheduled;
import uk.earlyhelphub.events.kernel.HubEvent;
import uk.earlyhelphub.events.operations.ConnectionDeclared;
import uk.earlyhelphub.events.operations.ConnectionsRemoved;
import uk.earlyhelphub.events.operations.DeadLettersRetried;
import uk.earlyhelphub.events.operations.DeadLettersSetAside;
import uk.earlyhelphub.events.operations.ReplayApproved;
import uk.earlyhelphub.events.operations.ReplayCancelled;
import uk.earlyhelphub.events.operations.ReplayEnded;
import uk.earlyhelphub.events.operations.ReplayRequested;
import uk.earlyhelphub.events.personkey.PersonKeyDestroyed;
import uk.earlyhelphub.events.serviceoffer.CapacityChanged;
import uk.earlyhelphub.events.serviceoffer.PlaceFreed;
import uk.earlyhelphub.events.serviceoffer.PlaceTaken;
import uk.earlyhelphub.events.serviceoffer.ServiceOfferRegistered;
import uk.earlyhelphub.events.serviceoffer.ServiceOfferWithdrawn;
import uk.earlyhelphub.events.staffaccess.StaffAccessEnded;
import uk.earlyhelphub.events.staffaccess.StaffAccessRestored;

/** Tells what happened around the cases: meetings, services, colleagues, the running of the Hub. Nothing in it is sealed. */
final class AroundTheCases {
    private AroundTheCases() {}

    static String tell(HubEvent event) {
        return switch (event) {
            case HubMeetingScheduled e ->
                "A Hub meeting of the team " + e.team() + " was called for " + e.meetsOn() + " at " + e.startsAt()
                        + ", in the chair: " + e.chair() + "; members: "
                        + e.members().stream()
                                .map(m -> m.name() + " (" + m.organisation() + ")")
                                .collect(Collectors.joining(", "))
                        + ".";
            case AgendaItemAdded _ -> "A referral was put on the agenda of the Hub meeting.";
            case AgendaItemRemoved e ->
                "A referral left the agenda of the Hub meeting (" + words(e.cause()) + ")"
                        + (e.afterPublication() ? ", after it had been published." : ".");
            case AgendaPublished e ->
                "The agenda of the Hub meeting was published with " + e.items().size() + " referrals.";
            case AttendanceRecorded e ->
                "Present at the Hub meeting: " + String.join(", ", e.present())
                        + (e.apologies().isEmpty() ? "." : "; apologies: " + String.join(", ", e.apologies()) + ".");
            case HubMeetingHeld e -> "The Hub meeting was held on " + e.heldOn() + ".";
            case HubMeetingCancelled e -> "The Hub meeting was cancelled on " + e.cancelledOn() + ": " + e.reason();
            case ServiceOfferRegistered e ->
                "The service \"" + e.name() + "\" of " + e.provider() + " was registered with " + e.places()
                        + " places.";
            case CapacityChanged e -> "The service now has " + e.places() + " places: " + e.reason();
            case PlaceTaken _ -> "A place of the service was taken by an allocation.";
            case PlaceFreed _ -> "A place of the service was freed.";
            case ServiceOfferWithdrawn e -> "The service was withdrawn on " + e.withdrawnOn() + ": " + e.reason();
            case StaffAccessEnded e ->
                "The access of " + e.staff() + " (" + e.organisation() + ") to the Hub was ended (" + words(e.cause())
                        + ").";
            case StaffAccessRestored e ->
                "The access of " + e.staff() + " (" + e.organisation() + ") to the Hub was restored.";
            case ReplayRequested e ->
                "It was asked to "
                        + (e.kind() == uk.earlyhelphub.events.operations.ReplayKind.CHECK ? "compare " : "make ")
                        + e.projection()
                        + (e.kind() == uk.earlyhelphub.events.operations.ReplayKind.CHECK ? " with" : " again from")
                        + " the history (" + words(e.reason()) + ").";
            case ReplayApproved e -> "The replay of " + e.projection() + " was agreed to.";
            case ReplayCancelled e -> "The replay of " + e.projection() + " was called off.";
            case ReplayEnded e ->
                "The replay of " + e.projection() + " over " + e.events() + " events ended: " + words(e.outcome())
                        + (e.differences() == 0 ? "." : "; " + e.differences() + " rows differed.");
            case ConnectionDeclared e ->
                e.staff() + " declared to whom they are close (" + e.relation().toLowerCase(java.util.Locale.UK) + ").";
            case PersonKeyDestroyed _ -> "The key of a person was destroyed, and with it every sealed text about them.";
            case ConnectionsRemoved e ->
                e.staff() + " had forgotten to whom they are close; " + e.removed() + " had been declared.";
            case DeadLettersRetried e ->
                "Events that " + e.projection() + " could not take were tried again; " + e.applied() + " went through.";
            case DeadLettersSetAside e ->
                "Events that " + e.projection() + " could not take were set aside (" + e.reference() + ").";
            default -> event.getClass().getSimpleName();
        };
    }
}
