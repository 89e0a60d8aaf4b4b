package uk.earlyhelphub.personaldata;

import tools.jackson.databind.node.ObjectNode;
import uk.earlyhelphub.platform.engine.EventCodec;

/** Lifts looks of the first revision, which did not say whose texts could be shown: they stay without, rather than with a guess. */
final class LooksBeforePeopleWereNamed implements EventCodec.Upcaster {
    @Override
    public String typeName() {
        return "RecordAccess.RecordOpened";
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
