package uk.earlyhelphub.platform.web;

import uk.earlyhelphub.events.metadata.Actor;

/** Told of everybody who calls with a verified token, before what they ask for is looked at. */
@FunctionalInterface
public interface CallerSeen {

    /** Somebody calls. */
    void seen(Actor actor);
}
