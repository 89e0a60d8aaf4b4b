package uk.earlyhelphub.platform.commands;

/** A command that protects somebody at once: that the sender may be close to them is put on record and does not hold it up. */
public interface Urgent {

    /** Whether it is on record already that the sender may be close to somebody in the case. */
    boolean conflictNoted();

    /** The same command, once that is on record. */
    Urgent withConflictNoted();
}
