package uk.earlyhelphub.query.audittrail.planted;

import uk.earlyhelphub.query.planted.RevealingInAProjection;

/** Planted: a rule must refuse it. */
public final class PeekingAtAnotherProjection {
    public static final String NAME = String.valueOf(1);

    Class<?> other() {
        return RevealingInAProjection.class;
    }
}
