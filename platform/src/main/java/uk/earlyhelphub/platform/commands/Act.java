package uk.earlyhelphub.platform.commands;

import java.time.Instant;
import uk.earlyhelphub.events.metadata.Actor;

/**
 * Who did something that is on record, and when.
 *
 * @param at the instant that the event carries
 */
public record Act(Actor by, Instant at) {}
