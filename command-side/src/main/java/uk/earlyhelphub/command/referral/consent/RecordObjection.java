package uk.earlyhelphub.command.referral.consent;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.events.ids.ObjectionId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.ConsentPurpose;
import uk.earlyhelphub.events.referral.ObjectionRecorded;
import uk.earlyhelphub.events.referral.WithdrawalChannel;
import uk.earlyhelphub.platform.commands.Decision;

/** Record that somebody is against something which others may answer for. */
public record RecordObjection(
        ReferralId referralId,
        ObjectionId objectionId,
        PersonId personId,
        List<ConsentPurpose> purposes,
        PersonId objectedBy,
        WithdrawalChannel channel,
        LocalDate objectedOn,
        @Nullable ProtectedText reason)
        implements ReferralCommand {
    @Override
    public Decision decide(DecisionContext now) {
        now.requirePerson(personId, "personId");
        now.requirePerson(objectedBy, "objectedBy");
        now.requireNotAhead(objectedOn, "objectedOn");
        return Decision.of(new ObjectionRecorded(
                referralId, objectionId, personId, purposes, objectedBy, channel, objectedOn, reason));
    }
}
