package uk.earlyhelphub.command.referral.receive;

import uk.earlyhelphub.command.referral.Decision;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.referral.PrivacyNoticeGiven;

/** Record that a person was given the privacy notice. */
public record GivePrivacyNotice(PrivacyNoticeGiven notice) implements ReferralCommand {
    @Override
    public ReferralId referralId() {
        return notice.referralId();
    }

    @Override
    public Decision decide(DecisionContext now) {
        now.requirePerson(notice.personId(), "personId");
        now.requireNotAhead(notice.givenOn(), "givenOn");
        return Decision.of(notice);
    }
}
