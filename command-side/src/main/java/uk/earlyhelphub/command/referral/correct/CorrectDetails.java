package uk.earlyhelphub.command.referral.correct;

import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.command.referral.consent.ConsentEnds;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.AgeBand;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.AccessEnd;
import uk.earlyhelphub.events.referral.ConsentReviewReached;
import uk.earlyhelphub.events.referral.DetailsCorrected;
import uk.earlyhelphub.events.referral.PersonDetail;
import uk.earlyhelphub.events.referral.ReviewCause;
import uk.earlyhelphub.model.referral.Consents.Standing;
import uk.earlyhelphub.platform.commands.Decision;

/**
 * Put a detail right; what it was stays in the history.
 *
 * @param ageNow how old a corrected date of birth makes the person today, because the date itself is sealed; none for other details
 */
public record CorrectDetails(
        ReferralId referralId,
        PersonId personId,
        PersonDetail detail,
        @Nullable ProtectedText was,
        ProtectedText right,
        ProtectedText reason,
        @Nullable AgeBand ageNow)
        implements ReferralCommand {
    @Override
    public Decision decide(DecisionContext now) {
        now.requirePerson(personId, "personId");
        var corrected = Decision.of(new DetailsCorrected(referralId, personId, detail.field(), was, right, reason));
        return ageNow == null ? corrected : withWhatTheAgeEnds(corrected, now.withAge(personId, ageNow));
    }

    /** A parent's consent for somebody who turns out to be an adult counts no more, and nothing rests on it from this instant (R12). */
    private Decision withWhatTheAgeEnds(Decision corrected, DecisionContext now) {
        var decision = corrected;
        for (var consent : now.state().consents().asked()) {
            if (consent.personId().equals(personId)
                    && consent.standing() == Standing.GIVEN
                    && consent.restsOnParent()
                    && now.isAdult(personId)) {
                decision = decision.and(new ConsentReviewReached(
                        referralId, consent.consentId(), personId, ReviewCause.TURNED_18, now.today()));
            }
        }
        return ConsentEnds.because(decision, now, AccessEnd.CONSENT_ENDED);
    }
}
