package uk.earlyhelphub.command.handling;

import java.util.Set;

/** What is known of how the Hub runs, besides what stands in the streams. */
public interface Running {

    /** The names of the read models that some process can make again. */
    Set<String> replayable();

    /** How many events of a thing a read model holds, because it could not take one of them. */
    long held(String projection, String about);
}
