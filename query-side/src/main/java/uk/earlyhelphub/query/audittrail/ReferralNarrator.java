package uk.earlyhelphub.query.audittrail;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Collectors;
import uk.earlyhelphub.events.referral.Agency;
import uk.earlyhelphub.events.referral.AllocationEvent;
import uk.earlyhelphub.events.referral.Answer;
import uk.earlyhelphub.events.referral.ConsentEvent;
import uk.earlyhelphub.events.referral.DetailsCorrected;
import uk.earlyhelphub.events.referral.DiscussedAtHub;
import uk.earlyhelphub.events.referral.EndingEvent;
import uk.earlyhelphub.events.referral.HandoverAcknowledged;
import uk.earlyhelphub.events.referral.HouseholdCorrected;
import uk.earlyhelphub.events.referral.HouseholdEvent;
import uk.earlyhelphub.events.referral.HubJourneyEvent;
import uk.earlyhelphub.events.referral.InformMethod;
import uk.earlyhelphub.events.referral.InformationRecorded;
import uk.earlyhelphub.events.referral.InformationSupplied;
import uk.earlyhelphub.events.referral.IntakeEvent;
import uk.earlyhelphub.events.referral.PersonAdded;
import uk.earlyhelphub.events.referral.PersonLinked;
import uk.earlyhelphub.events.referral.PersonUnlinked;
import uk.earlyhelphub.events.referral.PrivacyNoticeGiven;
import uk.earlyhelphub.events.referral.PutOnAgenda;
import uk.earlyhelphub.events.referral.ReferralClosed;
import uk.earlyhelphub.events.referral.ReferralCorrected;
import uk.earlyhelphub.events.referral.ReferralEvent;
import uk.earlyhelphub.events.referral.ReferralReceived;
import uk.earlyhelphub.events.referral.ReferralReopened;
import uk.earlyhelphub.events.referral.ReferralReturnedForInformation;
import uk.earlyhelphub.events.referral.ReferralTriaged;
import uk.earlyhelphub.events.referral.Referrer;
import uk.earlyhelphub.events.referral.ReferrerInformed;
import uk.earlyhelphub.events.referral.SharingEvent;
import uk.earlyhelphub.events.referral.SteppedDownFromSocialCare;
import uk.earlyhelphub.events.referral.SteppedUpToSocialCare;
import uk.earlyhelphub.events.referral.TakenOffAgenda;

/** Tells what happened to a referral. */
final class ReferralNarrator {
    private ReferralNarrator() {}

    static String tell(ReferralEvent event, Telling t) {
        return switch (event) {
            case IntakeEvent e -> intake(e, t);
            case HouseholdEvent e -> household(e, t);
            case ConsentEvent e -> ConsentNarrator.tell(e, t);
            case HubJourneyEvent e -> journey(e, t);
            case AllocationEvent e -> AllocationNarrator.tell(e, t);
            case SharingEvent e -> SharingNarrator.tell(e, t);
            case EndingEvent e -> ending(e, t);
        };
    }

    private static String intake(IntakeEvent event, Telling t) {
        return switch (event) {
            case ReferralReceived e ->
                "Referral " + e.reference() + " was received " + t.on(e.receivedOn()) + ", from "
                        + referrer(e.referrer())
                        + ", about " + t.person(e.child()) + ": " + t.said(e.summary())
                        + aware(e.familyAware()) + t.also("The reason given: ", e.familyNotAwareReason())
                        + (e.immediateRisk() ? " An immediate risk was named." : "")
                        + t.also("Who must not see what: ", e.mustNotSee())
                        + (e.excludedAgencies().isEmpty()
                                ? ""
                                : " The family does not want it shared with "
                                        + Words.all(e.excludedAgencies(), Words::of) + ".")
                        + (e.previousReferral() == null ? "" : " It follows an earlier referral.");
            case ReferralCorrected e ->
                "What was said of the referral when it came was put right:"
                        + (e.area() == null ? "" : " the area is " + e.area() + ",")
                        + (e.team() == null ? "" : " the case is the team " + e.team() + "'s,")
                        + (e.referrer() == null ? "" : " it came from " + referrer(e.referrer()) + ",")
                        + (e.excludedAgencies() == null ? "" : exclusions(e.excludedAgencies()))
                        + " because: " + t.said(e.reason());
            case ReferralReturnedForInformation e ->
                "The referral went back to the referrer " + t.on(e.returnedOn()) + ", for: "
                        + Spoken.fields(e.missing()) + "; the answer is needed by " + Words.day(e.neededBy()) + "."
                        + t.also("The question was: ", e.note());
            case InformationSupplied e ->
                "The referrer supplied " + Spoken.fields(e.supplied()) + " " + t.on(e.suppliedOn())
                        + (e.complete() ? "" : ", and the rest of what was asked for is still open")
                        + t.end(": ", e.note());
            case ReferralTriaged e ->
                "The level of need was set to " + Words.plain(e.level()) + " " + t.on(e.triagedOn())
                        + "; this was due by " + Words.day(e.dueOn()) + ". The reasons: " + t.said(e.rationale());
            case ReferrerInformed e ->
                "The referrer was told what came of the referral, " + method(e.method()) + ", " + t.on(e.informedOn())
                        + t.end(": ", e.what());
        };
    }

    private static String referrer(Referrer referrer) {
        var kind = switch (referrer.kind()) {
            case PROFESSIONAL -> "a professional";
            case PARENT_OR_CARER -> "a parent or carer";
            case YOUNG_PERSON -> "a young person";
            case RELATIVE -> "a relative";
            case NEIGHBOUR -> "a neighbour";
            case OTHER -> "somebody else";
        };
        return kind + (referrer.anonymousToFamily() ? " who asked to stay anonymous to the family" : "");
    }

    private static String aware(Answer aware) {
        return switch (aware) {
            case YES -> " The family knew of it.";
            case NO -> " The family did not know of it.";
            case NOT_KNOWN -> " Whether the family knew of it was not known.";
        };
    }

    private static String method(InformMethod method) {
        return switch (method) {
            case EMAIL -> "by email";
            case PHONE -> "by phone";
            case LETTER -> "by letter";
            case PORTAL -> "through the portal";
            case IN_PERSON -> "in person";
        };
    }

    private static String household(HouseholdEvent event, Telling t) {
        return switch (event) {
            case PersonAdded e ->
                Words.one(Words.of(e.part()))
                        + t.name(e.personId()).map(name -> ", " + name + ",").orElse("")
                        + " was recorded in the referral, "
                        + (e.inHousehold() ? "in the household." : "outside the household.")
                        + (e.notKnown().isEmpty()
                                ? ""
                                : " What is not known about them: " + Spoken.fields(e.notKnown()) + ".");
            case HouseholdCorrected e ->
                "About the household it was put right:"
                        + (e.inHousehold() == null
                                ? ""
                                : " " + t.person(e.personId())
                                        + (e.inHousehold() ? " lives in it," : " does not live in it,"))
                        + (e.relationship() == null
                                ? ""
                                : " " + t.person(e.personId()) + " is recorded as "
                                        + Spoken.apart(e.relationship().kind())
                                        + " of " + t.person(e.relationship().to()) + ", "
                                        + responsibility(e.relationship().parentalResponsibility()) + ",")
                        + " because: " + t.said(e.reason());
            case PersonLinked e ->
                t.person(e.personId()) + " was recognised as somebody already known: " + t.said(e.reason());
            case PersonUnlinked e ->
                "It proved wrong, and was undone, that " + t.person(e.personId()) + " is somebody already known: "
                        + t.said(e.reason());
            case InformationRecorded e ->
                "Information about " + t.person(e.personId()) + " was recorded (" + Words.of(e.category()) + ", "
                        + Spoken.field(e.kind()) + ")"
                        + (e.statedOn() == null ? "" : ", stated " + t.on(e.statedOn()))
                        + ", from " + t.shown(e.source()) + ": " + t.said(e.text());
            case DetailsCorrected e ->
                "The " + Spoken.field(e.field()) + " of " + t.person(e.personId()) + " was corrected"
                        + t.heldBefore(e)
                                .map(was -> " from " + value(t.shown(was)))
                                .orElse("")
                        + " to " + value(t.shown(e.now())) + ", because: " + t.said(e.reason());
            case PrivacyNoticeGiven e ->
                t.person(e.personId()) + " was given the privacy notice, version " + e.noticeVersion() + " ("
                        + Spoken.apart(e.method()) + "), " + t.on(e.givenOn()) + ".";
        };
    }

    private static String exclusions(List<Agency> agencies) {
        return agencies.isEmpty()
                ? " no agency is kept from it any more,"
                : " it must not be shared with " + Words.all(agencies, Words::of) + ",";
    }

    private static String responsibility(Answer answer) {
        return switch (answer) {
            case YES -> "with parental responsibility";
            case NO -> "without parental responsibility";
            case NOT_KNOWN -> "and whether with parental responsibility is not known";
        };
    }

    /** A birthday is kept as a date; it is told as people write one. */
    private static String value(String shown) {
        try {
            return Words.day(LocalDate.parse(shown));
        } catch (DateTimeParseException _) {
            return shown;
        }
    }

    private static String journey(HubJourneyEvent event, Telling t) {
        return switch (event) {
            case PutOnAgenda _ -> "The referral was put on the agenda of a Hub meeting.";
            case TakenOffAgenda e ->
                "The referral left the agenda of the Hub meeting, because " + Words.of(e.cause())
                        + t.end(": ", e.reason());
            case DiscussedAtHub e ->
                "The Hub meeting discussed the referral " + t.on(e.discussedOn()) + ", weighed whether "
                        + e.options().stream()
                                .map(o -> Words.of(o.decision()))
                                .distinct()
                                .collect(Collectors.joining(" or "))
                        + ", and decided " + Words.of(e.decision()) + ", because: " + t.said(e.rationale())
                        + " Present: " + t.colleagues(e.present()) + ". The decision is answered for by "
                        + t.colleague(e.decidedBy()) + "."
                        + e.dissent().stream()
                                .map(d -> " " + t.colleague(d.member()) + " disagreed: " + t.said(d.reason()))
                                .collect(Collectors.joining())
                        + (e.follows() == null ? "" : " This follows an earlier decision.");
        };
    }

    private static String ending(EndingEvent event, Telling t) {
        return switch (event) {
            case SteppedUpToSocialCare e ->
                "The family was handed up to social care" + (e.immediate() ? " at once " : " ") + t.on(e.steppedUpOn())
                        + ", because: " + t.said(e.reason());
            case SteppedDownFromSocialCare e ->
                "Social care handed the family back " + t.on(e.steppedDownOn()) + ", because: " + t.said(e.reason());
            case HandoverAcknowledged e ->
                "The handover was confirmed " + t.on(e.acknowledgedOn()) + ", by " + t.colleague(e.acknowledgedBy())
                        + ".";
            case ReferralClosed e ->
                "The referral was closed " + t.on(e.closedOn()) + ", because " + Words.of(e.reasonCode())
                        + t.end(": ", e.reason());
            case ReferralReopened e ->
                "The referral was opened again " + t.on(e.reopenedOn()) + ", because: " + t.said(e.reason());
        };
    }
}
