package uk.earlyhelphub.platform.commands;

import java.util.Optional;
import uk.earlyhelphub.events.kernel.HubEvent;

/** Other streams, as they stand while a command is decided. */
public interface OtherStreams {

    /**
     * How another stream stands; it does not move until the command has ended. Nothing if there is none by that id.
     *
     * @param id of one thing of the stream
     */
    <E extends HubEvent, S, N> Optional<S> find(StreamDefinition<E, S, N> stream, String id);

    /** The same for whoever only looks: it may move meanwhile. */
    <E extends HubEvent, S, N> Optional<S> glance(StreamDefinition<E, S, N> stream, String id);
}
