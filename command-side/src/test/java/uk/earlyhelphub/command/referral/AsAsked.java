package uk.earlyhelphub.command.referral;

import uk.earlyhelphub.command.referral.clarify.ReturnForInformation;
import uk.earlyhelphub.command.referral.clarify.SupplyInformation;
import uk.earlyhelphub.command.referral.close.InformReferrer;
import uk.earlyhelphub.command.referral.consent.ReachConsentReview;
import uk.earlyhelphub.command.referral.consent.RecordConsent;
import uk.earlyhelphub.command.referral.consent.RefuseConsent;
import uk.earlyhelphub.command.referral.consent.RequestConsent;
import uk.earlyhelphub.command.referral.consent.WithdrawConsent;
import uk.earlyhelphub.command.referral.share.ShareData;
import uk.earlyhelphub.events.referral.ConsentGiven;
import uk.earlyhelphub.events.referral.ConsentRefused;
import uk.earlyhelphub.events.referral.ConsentRequested;
import uk.earlyhelphub.events.referral.ConsentReviewReached;
import uk.earlyhelphub.events.referral.ConsentWithdrawn;
import uk.earlyhelphub.events.referral.DataShared;
import uk.earlyhelphub.events.referral.InformationSupplied;
import uk.earlyhelphub.events.referral.ReferralReturnedForInformation;
import uk.earlyhelphub.events.referral.ReferrerInformed;

/** The commands that lead to events, for tests that know what should come of them. */
final class AsAsked {
    private AsAsked() {}

    static RecordConsent asked(ConsentGiven e) {
        return new RecordConsent(
                e.referralId(),
                e.consentId(),
                e.personId(),
                e.purposes(),
                e.agencies(),
                e.categories(),
                e.givenBy(),
                e.capacity(),
                e.competence(),
                e.method(),
                e.wordingVersion(),
                e.noticeVersion(),
                e.givenOn(),
                e.reviewOn());
    }

    static RefuseConsent asked(ConsentRefused e) {
        return new RefuseConsent(
                e.referralId(),
                e.consentId(),
                e.personId(),
                e.purposes(),
                e.refusedBy(),
                e.capacity(),
                e.competence(),
                e.refusedOn(),
                e.reason());
    }

    static RequestConsent asked(ConsentRequested e) {
        return new RequestConsent(
                e.referralId(), e.consentId(), e.personId(), e.purposes(), e.requestedOn(), e.respondBy());
    }

    static WithdrawConsent asked(ConsentWithdrawn e) {
        return new WithdrawConsent(
                e.referralId(),
                e.consentId(),
                e.personId(),
                e.purposes(),
                e.withdrawnBy(),
                e.channel(),
                e.withdrawnOn(),
                e.reason(),
                e.competence());
    }

    static ReachConsentReview asked(ConsentReviewReached e) {
        return new ReachConsentReview(e.referralId(), e.consentId(), e.personId(), e.cause(), e.dueOn());
    }

    static ShareData asked(DataShared e) {
        return new ShareData(
                e.referralId(),
                e.sharingId(),
                e.recipient(),
                e.recipientPerson(),
                e.recipientName(),
                e.people(),
                e.categories(),
                e.fields(),
                e.purpose(),
                e.basis(),
                e.override(),
                e.article9Condition(),
                e.necessity(),
                e.proportionality(),
                e.channel(),
                e.familyTold(),
                e.familyNotToldReason(),
                e.accessUntil());
    }

    static ReturnForInformation asked(ReferralReturnedForInformation e) {
        return new ReturnForInformation(e.referralId(), e.missing(), e.note(), e.neededBy());
    }

    static SupplyInformation asked(InformationSupplied e) {
        return new SupplyInformation(e.referralId(), e.supplied(), e.note(), e.suppliedOn(), e.complete());
    }

    static InformReferrer asked(ReferrerInformed e) {
        return new InformReferrer(e.referralId(), e.method(), e.what(), e.informedOn());
    }
}
