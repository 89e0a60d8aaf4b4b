package uk.earlyhelphub.platform.commands;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.EnvelopeKeys;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.platform.engine.PostgresEventStorageEngine;

/**
 * What travels with a command: who sends it and why, and what makes it the same command when it is sent again.
 *
 * @param commandId chosen by the sender; one id has one effect
 * @param fingerprint a digest of method, path and body
 * @param correlationId the same through everything that one act set in motion
 * @param expectedVersion the version the sender has seen, or none
 * @param prepared what is written with the command's events, see {@link PreparedEffects}, or none
 */
public record CommandEnvelope(
        Actor actor,
        Purpose purpose,
        String commandId,
        String fingerprint,
        String correlationId,
        @Nullable Long expectedVersion,
        @Nullable String prepared) {

    /** The key of the version that the sender has seen. */
    public static final String EXPECTED_VERSION = "expectedVersion";

    /** The key of what is written with the command's events. */
    public static final String PREPARED = "preparedEffects";

    /** The same, with what is written with the command's events. */
    public CommandEnvelope with(@Nullable String effects) {
        return new CommandEnvelope(actor, purpose, commandId, fingerprint, correlationId, expectedVersion, effects);
    }

    /** As message metadata. */
    public Map<String, Object> asMetaData() {
        var map = new LinkedHashMap<String, Object>();
        map.put(Actor.ID, actor.id());
        map.put(Actor.NAME, actor.name());
        map.put(Actor.ROLE, actor.role().name());
        map.put(Actor.ORGANISATION, actor.organisation());
        if (actor.team() != null) {
            map.put(Actor.TEAM, actor.team());
        }
        map.put(EnvelopeKeys.PURPOSE, purpose.name());
        map.put(EnvelopeKeys.COMMAND_ID, commandId);
        map.put(EnvelopeKeys.CAUSATION_ID, commandId);
        map.put(EnvelopeKeys.CORRELATION_ID, correlationId);
        map.put(PostgresEventStorageEngine.FINGERPRINT, fingerprint);
        if (expectedVersion != null) {
            map.put(EXPECTED_VERSION, Long.toString(expectedVersion));
        }
        if (prepared != null) {
            map.put(PREPARED, prepared);
        }
        return map;
    }
}
