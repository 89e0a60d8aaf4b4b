package uk.earlyhelphub.command.referral.deadline;

import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.command.referral.consent.ConsentEnds;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.referral.AccessEnd;
import uk.earlyhelphub.events.referral.ConsentReviewReached;
import uk.earlyhelphub.events.referral.PartnerAccessEnded;
import uk.earlyhelphub.events.referral.ReviewCause;
import uk.earlyhelphub.model.referral.Consents.Consent;
import uk.earlyhelphub.model.referral.Consents.Standing;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.platform.commands.Decision;

/**
 * Record what has come due in a referral: consent to be asked again (R12), and access of recipients that is over. Only the
 * product's own clock sends it, and it decides nothing about a family: what falls due follows from what people recorded.
 * Sent when nothing is due, or a second time, it changes nothing.
 */
public record KeepDeadlines(ReferralId referralId) implements ReferralCommand {
    @Override
    public boolean mayBeSentBy(Actor actor, ReferralState state) {
        return actor.role() == Role.SYSTEM;
    }

    @Override
    public Decision decide(DecisionContext now) {
        var reviews = Decision.of();
        if (now.state().ending().closed() == null) {
            for (var consent : now.state().consents().asked()) {
                reviews = withReview(reviews, consent, now);
            }
        }
        return withAccessEnded(ConsentEnds.because(reviews, now, AccessEnd.CONSENT_ENDED), now);
    }

    private Decision withReview(Decision decision, Consent consent, DecisionContext now) {
        var given = consent.given();
        if (consent.standing() != Standing.GIVEN || given == null) {
            return decision;
        }
        if (!now.today().isBefore(given.reviewOn())) {
            return decision.and(review(consent, ReviewCause.REVIEW_DATE, given.reviewOn()));
        }
        return consent.restsOnParent() && now.isAdult(consent.personId())
                ? decision.and(review(consent, ReviewCause.TURNED_18, now.today()))
                : decision;
    }

    private ConsentReviewReached review(Consent consent, ReviewCause cause, java.time.LocalDate dueOn) {
        return new ConsentReviewReached(referralId, consent.consentId(), consent.personId(), cause, dueOn);
    }

    private Decision withAccessEnded(Decision decision, DecisionContext now) {
        var after = now.stateAfter(decision);
        var ended = decision;
        var coverage = now.coverageOf(after);
        for (var sharing : after.sharings().shared()) {
            var open = sharing.open(now.today()) && coverage.stillCovers(sharing.data(), now.today());
            if (sharing.ended() == null && !open) {
                var data = sharing.data();
                ended = ended.and(new PartnerAccessEnded(
                        referralId, data.sharingId(), data.recipient(), AccessEnd.PERIOD_ENDED, now.today()));
            }
        }
        return ended;
    }
}
