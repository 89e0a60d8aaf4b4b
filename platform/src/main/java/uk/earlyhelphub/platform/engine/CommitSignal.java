package uk.earlyhelphub.platform.engine;

/** Wakes those who read the history: something was committed. */
public final class CommitSignal extends Signal {}
