package uk.earlyhelphub.command.connection;

/** What people declared about those close to them. */
public interface DeclaredBefore {

    /** How many declarations of somebody count, those that are to be forgotten left out. */
    long countingConnections(String staff);

    /**
     * That somebody may declare one more of a relation.
     *
     * @throws uk.earlyhelphub.platform.commands.Refused {@code home-declared} or {@code too-many-connections}
     */
    void requireRoom(String staff, String relation);
}
