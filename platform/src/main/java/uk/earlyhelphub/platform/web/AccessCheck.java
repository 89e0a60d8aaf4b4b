package uk.earlyhelphub.platform.web;

import uk.earlyhelphub.events.metadata.Actor;

/**
 * Asked at every request: whether this person may still use the Hub. A token says who somebody is until it expires; that they were
 * dismissed an hour ago it cannot say.
 */
@FunctionalInterface
public interface AccessCheck {

    /** Whether they may; as of this very moment. */
    boolean isOpen(Actor actor);
}
