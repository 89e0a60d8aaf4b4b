package uk.earlyhelphub.api.casefile;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.privacy.InformationCategory;
import uk.earlyhelphub.events.referral.Agency;
import uk.earlyhelphub.events.referral.AnswerMethod;
import uk.earlyhelphub.events.referral.Article9Condition;
import uk.earlyhelphub.events.referral.Capacity;
import uk.earlyhelphub.events.referral.ConsentPurpose;
import uk.earlyhelphub.events.referral.DisputeOutcome;
import uk.earlyhelphub.events.referral.Gateway;
import uk.earlyhelphub.events.referral.ObjectionOutcome;
import uk.earlyhelphub.events.referral.ReviewCause;
import uk.earlyhelphub.events.referral.SafeguardingReason;
import uk.earlyhelphub.events.referral.WithdrawalChannel;

/**
 * Every request for consent with its answer and what became of it, who objected, and what was decided without or between answers.
 *
 * @param <T> how texts are shown
 * @param disputed for whom, and for what, those who hold parental responsibility gave different answers that wait for a decision
 */
public record CaseConsents<T>(
        List<CaseConsent<T>> asked,
        List<CaseConsentOverridden<T>> overrides,
        List<CaseObjection<T>> objections,
        List<CaseConsentDispute> disputed,
        List<CaseDisputeDecision<T>> disputeDecisions) {

    /** What somebody said who may not answer for a person (R10), and what became of it; {@code answer} is none as long as nobody looked. */
    public record CaseObjection<T>(
            String objectionId,
            String personId,
            List<ConsentPurpose> purposes,
            String objectedBy,
            WithdrawalChannel channel,
            LocalDate objectedOn,
            @Nullable T reason,
            @Nullable CaseObjectionAnswer<T> answer) {}

    /** What a human made of an objection. */
    public record CaseObjectionAnswer<T>(ObjectionOutcome outcome, T reason, String answeredBy, LocalDate answeredOn) {}

    /** Nothing rests on either answer until a manager decides, or one of them changes theirs (R11). */
    public record CaseConsentDispute(String personId, List<ConsentPurpose> purposes) {}

    /** What a manager decided between different answers. */
    public record CaseDisputeDecision<T>(
            String personId,
            List<ConsentPurpose> purposes,
            DisputeOutcome outcome,
            T reason,
            String decidedBy,
            LocalDate decidedOn) {}

    /** How a consent stands. */
    public enum ConsentStanding {
        /** It was asked for and not answered. */
        REQUESTED,
        GIVEN,
        REFUSED,
        WITHDRAWN,
        /** A review date or an 18th birthday came: it counts no more until it is given anew (R12). */
        UNDER_REVIEW,
        /** A request that was answered by an answer which did not name it. */
        ANSWERED_ELSEWHERE
    }

    /** One person's consent; {@code purposes} are those for which it stands as it does. */
    public record CaseConsent<T>(
            String consentId,
            String personId,
            ConsentStanding standing,
            List<ConsentPurpose> purposes,
            @Nullable CaseConsentRequested requested,
            @Nullable CaseConsentGiven<T> given,
            @Nullable CaseConsentRefused<T> refused,
            List<CaseConsentWithdrawn<T>> withdrawals,
            List<CaseConsentReview> reviews) {}

    /** It was asked for. */
    public record CaseConsentRequested(List<ConsentPurpose> purposes, LocalDate requestedOn, LocalDate respondBy) {}

    /** Somebody entitled to answer said yes (R6-R8); it is to be asked again by {@code reviewOn}. */
    public record CaseConsentGiven<T>(
            List<ConsentPurpose> purposes,
            List<Agency> agencies,
            List<InformationCategory> categories,
            String givenBy,
            Capacity capacity,
            @Nullable CaseCompetence<T> competence,
            AnswerMethod method,
            String wordingVersion,
            String noticeVersion,
            LocalDate givenOn,
            LocalDate reviewOn) {}

    /** Somebody entitled to answer said no. */
    public record CaseConsentRefused<T>(
            List<ConsentPurpose> purposes,
            String refusedBy,
            Capacity capacity,
            @Nullable CaseCompetence<T> competence,
            LocalDate refusedOn,
            @Nullable T reason) {}

    /** It was taken back (R10). */
    public record CaseConsentWithdrawn<T>(
            List<ConsentPurpose> purposes,
            String withdrawnBy,
            WithdrawalChannel channel,
            LocalDate withdrawnOn,
            @Nullable T reason,
            @Nullable Capacity capacity,
            @Nullable CaseCompetence<T> competence) {}

    /** It had to be asked again. */
    public record CaseConsentReview(ReviewCause cause, LocalDate dueOn) {}

    /** The assessment that a child understands what they consent to: by whom, and why (R11). */
    public record CaseCompetence<T>(String assessedBy, T reasons) {}

    /** A manager decided to go on without consent under a legal gateway (R14-R16). */
    public record CaseConsentOverridden<T>(
            String overrideId,
            List<String> people,
            List<ConsentPurpose> purposes,
            List<Agency> agencies,
            Gateway gateway,
            String enactment,
            @Nullable Article9Condition article9Condition,
            @Nullable SafeguardingReason safeguardingReason,
            T reason,
            String decidedBy,
            LocalDate decidedOn,
            LocalDate endsOn) {}
}
