package uk.earlyhelphub.command.referral.consent;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.events.ids.ConsentId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.InformationCategory;
import uk.earlyhelphub.events.referral.Agency;
import uk.earlyhelphub.events.referral.AnswerMethod;
import uk.earlyhelphub.events.referral.Capacity;
import uk.earlyhelphub.events.referral.Competence;
import uk.earlyhelphub.events.referral.ConsentGiven;
import uk.earlyhelphub.events.referral.ConsentPurpose;
import uk.earlyhelphub.platform.commands.Decision;
import uk.earlyhelphub.platform.commands.Refused;

/** Record that somebody said yes, in so many words. */
public record RecordConsent(
        ReferralId referralId,
        ConsentId consentId,
        PersonId personId,
        List<ConsentPurpose> purposes,
        List<Agency> agencies,
        List<InformationCategory> categories,
        PersonId givenBy,
        Capacity capacity,
        @Nullable Competence competence,
        AnswerMethod method,
        String wordingVersion,
        String noticeVersion,
        LocalDate givenOn,
        LocalDate reviewOn)
        implements ReferralCommand {
    @Override
    public Decision decide(DecisionContext now) {
        now.requireNotAhead(givenOn, "givenOn");
        now.requireAhead(reviewOn, "reviewOn");
        now.requireNotice(noticeVersion, givenOn);
        ConsentRules.requireEntitled(now, personId, givenBy, capacity, competence);
        ConsentRules.requireNoRefusalOfTheirOwn(now, personId, capacity, purposes);
        var shares = purposes.contains(ConsentPurpose.SHARE_WITH_AGENCIES);
        if (shares && (agencies.isEmpty() || categories.isEmpty())) {
            throw Refused.by(
                    ConsentRule.AGENCIES_REQUIRED,
                    "agencies",
                    "Consent to share names the agencies and the categories it is for (R7).");
        }
        if (!shares && !agencies.isEmpty()) {
            throw Refused.by(
                    ConsentRule.PURPOSE_REQUIRED, "purposes", "Agencies are named, but not the purpose of sharing.");
        }
        ConsentRules.requireOpenRequest(now, consentId, personId);
        return Decision.of(new ConsentGiven(
                referralId,
                consentId,
                personId,
                purposes,
                agencies,
                categories,
                givenBy,
                capacity,
                competence,
                method,
                wordingVersion,
                noticeVersion,
                givenOn,
                reviewOn));
    }
}
