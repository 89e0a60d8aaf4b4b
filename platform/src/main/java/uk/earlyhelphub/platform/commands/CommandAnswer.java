package uk.earlyhelphub.platform.commands;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a command led to; the same answer however often it is sent.
 *
 * @param versions the version of each aggregate it changed
 * @param refusal the rule of an accountable refusal, which was recorded as an event, or none
 */
public record CommandAnswer(
        Map<String, Long> versions, @Nullable String refusal) {

    /** The version of one aggregate after the command; -1 if the command did not change it. */
    public long version(String aggregateId) {
        return versions.getOrDefault(aggregateId, -1L);
    }
}
