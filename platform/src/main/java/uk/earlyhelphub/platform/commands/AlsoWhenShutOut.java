package uk.earlyhelphub.platform.commands;

/**
 * A command by which an outsider lays down what they had to do with a case. It goes through also when they may not see the case any
 * more, and tells them nothing of it, its version included: nobody is left with what they may not lay down.
 */
public interface AlsoWhenShutOut {}
