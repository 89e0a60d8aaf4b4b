package uk.earlyhelphub.personaldata;

import tools.jackson.databind.node.ObjectNode;
import uk.earlyhelphub.platform.engine.EventCodec;

/**
 * Lifts referrals of the first revision, in which the referrer's organisation stood in the clear: nothing that is stored is sealed
 * afterwards, so it is read as what it is, apart from what is sealed.
 */
final class ReferralsBeforeOrganisationsWereSealed implements EventCodec.Upcaster {
    @Override
    public String typeName() {
        return "Referral.ReferralReceived";
    }

    @Override
    public int fromRevision() {
        return 1;
    }

    @Override
    public ObjectNode lift(ObjectNode stored) {
        if (stored.get("referrer") instanceof ObjectNode referrer && referrer.has("organisation")) {
            referrer.set("organisationInTheClear", referrer.remove("organisation"));
        }
        return stored;
    }
}
