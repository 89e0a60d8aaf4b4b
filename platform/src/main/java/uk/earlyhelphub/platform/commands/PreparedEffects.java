package uk.earlyhelphub.platform.commands;

/**
 * Writes what a command brings along besides its events, such as new keys. It was prepared when the command was made and has had
 * no effect until now.
 */
@FunctionalInterface
public interface PreparedEffects {

    /**
     * Writes what was prepared. It is called once the command was decided and its events were added, before they are committed,
     * so that no event is ever there without it.
     *
     * @param prepared as its maker wrote it
     * @throws Refused if it does not fit how things stand any more; then the events are not stored either
     */
    void write(String prepared);
}
