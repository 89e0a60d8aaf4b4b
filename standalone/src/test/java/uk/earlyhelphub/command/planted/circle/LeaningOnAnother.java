package uk.earlyhelphub.command.planted.circle;

import uk.earlyhelphub.command.planted.back.LeaningBack;

/** Planted: a rule must refuse it. */
public record LeaningOnAnother(LeaningBack other) {}
