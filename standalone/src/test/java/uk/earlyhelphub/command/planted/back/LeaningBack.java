package uk.earlyhelphub.command.planted.back;

import uk.earlyhelphub.command.planted.circle.LeaningOnAnother;

/** Planted: a rule must refuse it. */
public record LeaningBack(LeaningOnAnother other) {}
