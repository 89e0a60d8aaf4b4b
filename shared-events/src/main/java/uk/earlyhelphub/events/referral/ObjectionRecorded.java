package uk.earlyhelphub.events.referral;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.ObjectionId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;

/**
 * Somebody who may not answer for a person said that they are against something. It ends no consent by itself, because that is for
 * those who may answer; a human looks at it on the same day.
 *
 * @param personId whom it is about
 */
public record ObjectionRecorded(
        ReferralId referralId,
        ObjectionId objectionId,
        PersonId personId,
        List<ConsentPurpose> purposes,
        PersonId objectedBy,
        WithdrawalChannel channel,
        LocalDate objectedOn,
        @Nullable ProtectedText reason)
        implements ConsentEvent {
    public ObjectionRecorded {
        purposes = List.copyOf(purposes);
    }
}
