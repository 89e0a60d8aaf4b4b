package uk.earlyhelphub.personaldata;

import tools.jackson.databind.node.ObjectNode;
import uk.earlyhelphub.platform.engine.EventCodec;

/** Lifts answers of a referrer of the first revision: whatever they answered, the request was closed by it. */
final class AnswersThatClosedTheirRequest implements EventCodec.Upcaster {
    @Override
    public String typeName() {
        return "Referral.InformationSupplied";
    }

    @Override
    public int fromRevision() {
        return 1;
    }

    @Override
    public ObjectNode lift(ObjectNode stored) {
        return stored.put("complete", true);
    }
}
