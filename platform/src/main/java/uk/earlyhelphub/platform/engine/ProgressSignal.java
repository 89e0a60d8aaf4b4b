package uk.earlyhelphub.platform.engine;

/** Wakes those who wait to see something: a projection has taken what is new and committed it. */
public final class ProgressSignal extends Signal {}
