package uk.earlyhelphub.query.audittrail;

import uk.earlyhelphub.events.referral.DataShared;
import uk.earlyhelphub.events.referral.PartnerAccessEnded;
import uk.earlyhelphub.events.referral.RecallAcknowledged;
import uk.earlyhelphub.events.referral.SharingEvent;
import uk.earlyhelphub.events.referral.SharingRecalled;
import uk.earlyhelphub.events.referral.SharingRefused;

/** Tells who was given what, until when, and who was refused it. */
final class SharingNarrator {
    private SharingNarrator() {}

    static String tell(SharingEvent event, Telling t) {
        return switch (event) {
            case DataShared e -> shared(e, t);
            case SharingRefused e ->
                "Sharing information about " + t.people(e.people()) + " (" + Words.all(e.categories(), Words::of)
                        + ") with "
                        + Words.of(e.recipient()) + ", " + Words.of(e.purpose()) + " and on the basis of "
                        + Words.of(e.basis()) + ", was refused " + t.on(e.refusedOn()) + ", because "
                        + Spoken.rule(e.rule()) + ".";
            case PartnerAccessEnded e ->
                "The access of " + Words.of(e.recipient()) + " to what was shared ended " + t.on(e.endedOn())
                        + ", because " + Words.of(e.cause()) + ".";
            case SharingRecalled e ->
                "What was shared with " + Words.of(e.recipient()) + " was asked back " + t.on(e.recalledOn())
                        + ", because " + Words.of(e.cause()) + t.end(": ", e.reason());
            case RecallAcknowledged e ->
                "The recall was answered by " + t.colleague(e.acknowledgedBy()) + " " + t.on(e.acknowledgedOn()) + ": "
                        + Words.of(e.answer()) + ".";
        };
    }

    private static String shared(DataShared e, Telling t) {
        return "Information about " + t.people(e.people()) + " was shared with " + Words.of(e.recipient()) + " ("
                + t.shown(e.recipientName()) + ") " + t.on(e.sharedOn()) + ", " + Words.of(e.channel()) + ", "
                + Words.of(e.purpose()) + " and on the basis of " + Words.of(e.basis())
                + (e.article9Condition() == null ? "" : ", for health and ethnicity " + Words.of(e.article9Condition()))
                + ". The kinds: " + Words.all(e.categories(), Words::of) + "; the details: "
                + Spoken.fields(e.fields()) + ". It may be read there until " + Words.day(e.accessUntil())
                + ". Necessary because: " + t.said(e.necessity()) + " Proportionate because: "
                + t.said(e.proportionality())
                + (e.familyTold() ? " The family was told." : " The family was not told.")
                + t.also("Why the family was not told: ", e.familyTold() ? null : e.familyNotToldReason());
    }
}
