package uk.earlyhelphub.command.referral.planted;

import uk.earlyhelphub.command.sending.CommandSender;

/** Planted: a rule must refuse it. */
public record CommandThatSends(CommandSender sender) {}
