package uk.earlyhelphub.query.audittrail;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.referral.Agency;
import uk.earlyhelphub.events.referral.Competence;
import uk.earlyhelphub.events.referral.ConsentDisputeDecided;
import uk.earlyhelphub.events.referral.ConsentEvent;
import uk.earlyhelphub.events.referral.ConsentGiven;
import uk.earlyhelphub.events.referral.ConsentOverridden;
import uk.earlyhelphub.events.referral.ConsentPurpose;
import uk.earlyhelphub.events.referral.ConsentRefused;
import uk.earlyhelphub.events.referral.ConsentRequested;
import uk.earlyhelphub.events.referral.ConsentReviewReached;
import uk.earlyhelphub.events.referral.ConsentWithdrawn;
import uk.earlyhelphub.events.referral.DisputeOutcome;
import uk.earlyhelphub.events.referral.ObjectionAnswered;
import uk.earlyhelphub.events.referral.ObjectionOutcome;
import uk.earlyhelphub.events.referral.ObjectionRecorded;
import uk.earlyhelphub.events.referral.ReviewCause;

/** Tells how consent was asked for, given, refused, withdrawn or gone without. */
final class ConsentNarrator {
    private ConsentNarrator() {}

    static String tell(ConsentEvent event, Telling t) {
        return switch (event) {
            case ConsentRequested e ->
                t.person(e.personId()) + " was asked " + t.on(e.requestedOn()) + ", for consent to "
                        + purposes(e.purposes()) + ", to be answered by " + Words.day(e.respondBy()) + ".";
            case ConsentGiven e ->
                t.person(e.givenBy()) + " consented " + t.on(e.givenOn()) + ", "
                        + t.onBehalf(e.givenBy(), e.personId()) + ", to " + purposes(e.purposes())
                        + (e.agencies().isEmpty() ? "" : ", namely with " + agencies(e.agencies()))
                        + (e.categories().isEmpty() ? "" : ", about " + Words.all(e.categories(), Words::of))
                        + ". The answer was given " + Words.of(e.capacity()) + ", " + Words.of(e.method())
                        + ", in the wording " + e.wordingVersion() + " and with the privacy notice, version "
                        + e.noticeVersion() + "." + understanding(e.competence(), t)
                        + " It is to be looked at again on " + Words.day(e.reviewOn()) + ".";
            case ConsentRefused e ->
                t.person(e.refusedBy()) + " refused consent " + t.on(e.refusedOn()) + ", "
                        + t.onBehalf(e.refusedBy(), e.personId()) + ", to " + purposes(e.purposes()) + ", "
                        + Words.of(e.capacity()) + t.end(": ", e.reason()) + understanding(e.competence(), t);
            case ConsentWithdrawn e ->
                t.person(e.withdrawnBy()) + " withdrew consent " + t.on(e.withdrawnOn()) + ", "
                        + t.onBehalf(e.withdrawnBy(), e.personId()) + ", to " + purposes(e.purposes()) + ", "
                        + Words.of(e.channel())
                        + (e.capacity() == null ? "" : ", " + Words.of(e.capacity())) + t.end(": ", e.reason())
                        + understanding(e.competence(), t);
            case ObjectionRecorded e ->
                t.person(e.objectedBy()) + " objected " + t.on(e.objectedOn()) + " to " + purposes(e.purposes())
                        + " for " + t.person(e.personId()) + ", " + Words.of(e.channel())
                        + ". They may not answer for them, so no consent ended; a colleague is to look at it the same day"
                        + t.end(": ", e.reason());
            case ObjectionAnswered e ->
                "An objection about " + t.person(e.personId()) + " was looked at " + t.on(e.answeredOn()) + " by "
                        + t.colleague(e.answeredBy()) + ", who decided that " + outcome(e.outcome())
                        + ". The reasons: " + t.said(e.reason());
            case ConsentDisputeDecided e ->
                "Those who hold parental responsibility for " + t.person(e.personId())
                        + " gave different answers. A manager, " + t.colleague(e.decidedBy()) + ", decided "
                        + t.on(e.decidedOn()) + ", about " + purposes(e.purposes()) + ", that " + outcome(e.outcome())
                        + ". The reasons: " + t.said(e.reason());
            case ConsentReviewReached e ->
                "Consent for " + t.person(e.personId()) + " must be asked again, because " + cause(e.cause()) + " "
                        + t.on(e.dueOn()) + ".";
            case ConsentOverridden e -> overridden(e, t);
        };
    }

    private static String overridden(ConsentOverridden e, Telling t) {
        return "A manager, " + t.colleague(e.decidedBy()) + ", decided " + t.on(e.decidedOn())
                + ", to go on without consent for " + t.people(e.people()) + ", to " + purposes(e.purposes())
                + (e.agencies().isEmpty() ? "" : ", namely with " + agencies(e.agencies()))
                + ", until " + Words.day(e.endsOn()) + ". It rests on " + Words.of(e.gateway()) + " ("
                + e.enactment() + ")"
                + (e.article9Condition() == null
                        ? ""
                        : ", and for health and ethnicity on " + Words.of(e.article9Condition()))
                + (e.safeguardingReason() == null
                        ? "."
                        : "; consent is not relied on, because " + Words.of(e.safeguardingReason()) + ".")
                + " The reasons: " + t.said(e.reason());
    }

    private static String understanding(@Nullable Competence competence, Telling t) {
        return competence == null
                ? ""
                : " Their understanding was assessed by " + t.colleague(competence.assessedBy()) + ": "
                        + t.said(competence.reasons());
    }

    private static String outcome(ObjectionOutcome outcome) {
        return switch (outcome) {
            case NOTHING_CHANGES -> "what was agreed stands";
            case ASK_AGAIN -> "those who may answer are asked again";
            case ACTED_ON -> "something else was to be done";
        };
    }

    private static String outcome(DisputeOutcome outcome) {
        return switch (outcome) {
            case RELY_ON_CONSENT -> "the consent is relied on";
            case DO_NOT_GO_AHEAD -> "nothing goes ahead on it";
        };
    }

    private static String cause(ReviewCause cause) {
        return switch (cause) {
            case REVIEW_DATE -> "its review date came";
            case TURNED_18 -> "they turned 18";
        };
    }

    private static String purposes(List<ConsentPurpose> purposes) {
        return Words.all(purposes, Words::of);
    }

    private static String agencies(List<Agency> agencies) {
        return Words.all(agencies, Words::of);
    }
}
