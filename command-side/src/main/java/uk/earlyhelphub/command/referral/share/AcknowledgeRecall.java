package uk.earlyhelphub.command.referral.share;

import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.ids.SharingId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.referral.RecallAcknowledged;
import uk.earlyhelphub.events.referral.RecallAnswer;
import uk.earlyhelphub.model.access.AccessDecision;
import uk.earlyhelphub.model.access.AccessPolicy;
import uk.earlyhelphub.model.access.CaseFacts;
import uk.earlyhelphub.model.access.ReaderFacts;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.platform.commands.AlsoWhenShutOut;
import uk.earlyhelphub.platform.commands.Decision;
import uk.earlyhelphub.platform.commands.Refused;

/** The recipient says what it did with recalled data. */
public record AcknowledgeRecall(ReferralId referralId, SharingId sharingId, RecallAnswer answer)
        implements ReferralCommand, AlsoWhenShutOut {
    @Override
    public AccessDecision sees(ReaderFacts sender, CaseFacts facts) {
        return AccessPolicy.decideShared(sender, facts, sharingId);
    }

    @Override
    public boolean mayBeSentBy(Actor actor, ReferralState state) {
        return actor.role() == Role.PARTNER_AGENCY
                && state.sharings()
                        .find(sharingId)
                        .filter(s -> s.data().recipient().name().equals(actor.organisation()))
                        .isPresent();
    }

    @Override
    public Decision decide(DecisionContext now) {
        var sharing = now.state().sharings().find(sharingId).orElseThrow(Refused::unknown);
        if (sharing.recalled() == null || sharing.acknowledged() != null) {
            throw Refused.by(SharingRule.NOTHING_TO_ACKNOWLEDGE, "This was not recalled, or was acknowledged already.");
        }
        return Decision.of(new RecallAcknowledged(
                referralId, sharingId, answer, now.actor().id(), now.today()));
    }
}
