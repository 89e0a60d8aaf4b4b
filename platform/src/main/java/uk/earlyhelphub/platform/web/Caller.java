package uk.earlyhelphub.platform.web;

import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.platform.commands.CommandEnvelope;
import uk.earlyhelphub.platform.ids.IdsOfCommands;

/**
 * Who is calling and what makes this request the same when it comes again.
 *
 * @param actor from the verified token, never from a header or a body
 * @param commandId follows from the {@code Idempotency-Key} and the actor, and does not tell the key; a new id if the caller sent
 *     none
 * @param keyed whether the caller sent an {@code Idempotency-Key}, so that the request may come again
 * @param fingerprint SHA-256 over method, path and body
 * @param correlationId the {@code X-Correlation-Id}, or the command id
 * @param expectedVersion the version in {@code If-Match}, or none
 * @param person whom in the records a family member is, by the id in the verified token's claim {@code person}; none for others
 * @param names what the things that this request makes are called
 */
public record Caller(
        Actor actor,
        String commandId,
        boolean keyed,
        String fingerprint,
        String correlationId,
        @Nullable Long expectedVersion,
        @Nullable String person,
        IdsOfCommands names) {

    /** The envelope for a command with a purpose. */
    public CommandEnvelope envelope(Purpose purpose) {
        return new CommandEnvelope(actor, purpose, commandId, fingerprint, correlationId, expectedVersion, null);
    }

    /** What a command of the caller is called that they sent with a key. */
    public String commandOf(String key) {
        return commandOf(names, actor, key);
    }

    static String commandOf(IdsOfCommands names, Actor actor, String key) {
        return names.of(actor.id() + '\n' + key, "command");
    }

    /** An id for something this command makes; the same when the command is sent again, and nobody else can work it out. */
    public String derived(String label) {
        return names.of(actor.id() + '\n' + commandId, label);
    }
}
