package uk.earlyhelphub.personaldata;

import tools.jackson.databind.node.ObjectNode;
import uk.earlyhelphub.platform.engine.EventCodec;

/** Lifts withdrawals of the first revision, which did not say in what capacity somebody took consent back. */
final class WithdrawalsBeforeCapacity implements EventCodec.Upcaster {
    @Override
    public String typeName() {
        return "Referral.ConsentWithdrawn";
    }

    @Override
    public int fromRevision() {
        return 1;
    }

    @Override
    public ObjectNode lift(ObjectNode stored) {
        return stored;
    }
}
