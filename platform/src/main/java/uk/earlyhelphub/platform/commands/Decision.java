package uk.earlyhelphub.platform.commands;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.kernel.AccountableRefusal;
import uk.earlyhelphub.events.kernel.HubEvent;

/**
 * What was decided: events of the stream itself, and of others that change with it. All of them are stored, or
 * none.
 */
public record Decision(List<HubEvent> events) {

    public Decision {
        events = List.copyOf(events);
    }

    /** These things happen. */
    public static Decision of(HubEvent... events) {
        return new Decision(List.of(events));
    }

    /** And these. */
    public Decision and(HubEvent... more) {
        return new Decision(Stream.concat(events.stream(), Stream.of(more)).toList());
    }

    /** The refusal among them, if there is one. */
    public @Nullable AccountableRefusal refusal() {
        for (var event : events) {
            if (event instanceof AccountableRefusal refusal) {
                return refusal;
            }
        }
        return null;
    }
}
