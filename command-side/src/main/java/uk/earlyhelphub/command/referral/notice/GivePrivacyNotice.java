package uk.earlyhelphub.command.referral.notice;

import java.time.LocalDate;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.referral.PrivacyNoticeGiven;
import uk.earlyhelphub.platform.commands.Decision;

/** Record that a person was given the privacy notice. */
public record GivePrivacyNotice(
        ReferralId referralId, PersonId personId, String noticeVersion, String method, LocalDate givenOn)
        implements ReferralCommand {
    @Override
    public Decision decide(DecisionContext now) {
        now.requirePerson(personId, "personId");
        now.requireNotAhead(givenOn, "givenOn");
        now.requireNotice(noticeVersion, givenOn);
        return Decision.of(new PrivacyNoticeGiven(referralId, personId, noticeVersion, method, givenOn));
    }
}
