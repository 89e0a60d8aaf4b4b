package uk.earlyhelphub.api.casefile;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.privacy.InformationCategory;
import uk.earlyhelphub.events.referral.AccessEnd;
import uk.earlyhelphub.events.referral.Agency;
import uk.earlyhelphub.events.referral.Article9Condition;
import uk.earlyhelphub.events.referral.LawfulBasis;
import uk.earlyhelphub.events.referral.RecallAnswer;
import uk.earlyhelphub.events.referral.RecallCause;
import uk.earlyhelphub.events.referral.SharingChannel;
import uk.earlyhelphub.events.referral.SharingPurpose;

/**
 * Who received what of a case, and who was refused.
 *
 * @param <T> how texts are shown
 */
public record CaseSharings<T>(List<CaseSharing<T>> shared, List<CaseSharingRefused> refusals) {

    /** One sharing, and how it ended if it did. */
    public record CaseSharing<T>(
            CaseDataShared<T> data,
            @Nullable CasePartnerAccessEnded ended,
            @Nullable CaseSharingRecalled<T> recalled,
            @Nullable CaseRecallAcknowledged acknowledged) {}

    /** What was shared, with whom, why, and on what it rests. */
    public record CaseDataShared<T>(
            String sharingId,
            Agency recipient,
            String recipientPerson,
            T recipientName,
            List<String> people,
            List<InformationCategory> categories,
            List<String> fields,
            SharingPurpose purpose,
            LawfulBasis basis,
            List<String> consents,
            @Nullable String override,
            @Nullable Article9Condition article9Condition,
            T necessity,
            T proportionality,
            SharingChannel channel,
            boolean familyTold,
            @Nullable T familyNotToldReason,
            LocalDate sharedOn,
            LocalDate accessUntil) {}

    /** The recipient may read it no more. */
    public record CasePartnerAccessEnded(Agency recipient, AccessEnd cause, LocalDate endedOn) {}

    /** The recipient was asked to give it back or destroy it. */
    public record CaseSharingRecalled<T>(
            Agency recipient, RecallCause cause, @Nullable T reason, LocalDate recalledOn) {}

    /** What the recipient said it did. */
    public record CaseRecallAcknowledged(RecallAnswer answer, String acknowledgedBy, LocalDate acknowledgedOn) {}

    /** A sharing that was refused, and the rule that stood in the way. */
    public record CaseSharingRefused(
            String sharingId,
            Agency recipient,
            List<String> people,
            List<InformationCategory> categories,
            SharingPurpose purpose,
            LawfulBasis basis,
            String rule,
            LocalDate refusedOn) {}
}
