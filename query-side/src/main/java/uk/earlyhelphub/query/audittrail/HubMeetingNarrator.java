package uk.earlyhelphub.query.audittrail;

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
import uk.earlyhelphub.events.hubmeeting.InterestNature;

/** Tells what happened to a Hub meeting. */
final class HubMeetingNarrator {
    private HubMeetingNarrator() {}

    static String tell(HubMeetingEvent event, Telling t) {
        return switch (event) {
            case HubMeetingScheduled e ->
                "A Hub meeting of the team " + e.team() + " was called for " + Words.day(e.meetsOn()) + " at "
                        + e.startsAt() + " (" + e.place() + "), with " + t.colleague(e.chair()) + " in the chair"
                        + (e.members().isEmpty()
                                ? "."
                                : " and these members: "
                                        + Words.all(e.members(), m -> m.name() + " (" + m.organisation() + ")") + ".");
            case AgendaItemAdded _ -> "The agenda of the Hub meeting lists the referral from now on.";
            case AgendaItemRemoved e ->
                "The agenda of the Hub meeting no longer lists the referral, because " + Words.of(e.cause())
                        + (e.afterPublication() ? "; the agenda had been published before." : ".");
            case AgendaPublished e ->
                "The agenda of the Hub meeting was published " + t.on(e.publishedOn()) + ", with "
                        + Words.count(e.items().size(), "referral", "referrals") + ".";
            case AttendanceRecorded e ->
                "Present at the Hub meeting: " + t.colleagues(e.present())
                        + (e.apologies().isEmpty()
                                ? "."
                                : "; apologies were sent by " + t.colleagues(e.apologies()) + ".");
            case InterestDeclared e ->
                "An interest in this case was declared for " + t.colleague(e.member()) + " (" + nature(e.nature())
                        + "), who may therefore neither open nor decide it.";
            case InterestDeclaredForMember e ->
                "The chair declared for " + t.colleague(e.member()) + " an interest in this case (" + nature(e.nature())
                        + "), so that they may neither open nor decide it, because: " + t.said(e.reason());
            case InterestDeclarationCorrected e ->
                "It was put right that " + t.colleague(e.member()) + " has no interest in this case, because: "
                        + t.said(e.reason());
            case HubMeetingHeld e -> "The Hub meeting was held " + t.on(e.heldOn()) + ".";
            case HubMeetingCancelled e ->
                "The Hub meeting was cancelled " + t.on(e.cancelledOn()) + ", because: " + Words.stopped(e.reason());
        };
    }

    private static String nature(InterestNature nature) {
        return switch (nature) {
            case RELATIVE -> "a relative";
            case FRIEND -> "a friend";
            case NEIGHBOUR -> "a neighbour";
            case COLLEAGUE -> "a colleague";
            case PROFESSIONAL -> "a professional tie";
            case OTHER -> "another tie";
        };
    }
}
