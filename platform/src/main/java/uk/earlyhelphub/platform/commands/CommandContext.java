package uk.earlyhelphub.platform.commands;

import java.time.Instant;
import java.time.LocalDate;
import uk.earlyhelphub.events.metadata.Actor;

/**
 * How things stand when a command is decided. Time is taken once for each command.
 *
 * @param state of the stream that the command is about
 * @param at the instant that every event of the command carries
 * @param today the date at that instant where the Hub works
 * @param others the other streams that a decision may look at
 */
public record CommandContext<S>(S state, Actor actor, Instant at, LocalDate today, OtherStreams others) {}
