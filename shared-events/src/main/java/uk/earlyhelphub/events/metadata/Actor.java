package uk.earlyhelphub.events.metadata;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who acted, in which role, for which organisation and team. There is no default actor: without one nothing happens.
 *
 * @param id the person's id at the identity provider
 * @param name the name a colleague would know; for the role {@link Role#FAMILY} a general word, never a name
 * @param role the one role in which this act was done
 * @param organisation the id of the organisation acted for
 * @param team the team whose cases the actor works, or none
 */
public record Actor(
        String id,
        String name,
        Role role,
        String organisation,
        @Nullable String team) {

    public static final String ID = "actorId";
    public static final String NAME = "actorName";
    public static final String ROLE = "actorRole";
    public static final String ORGANISATION = "organisation";
    public static final String TEAM = "team";

    /** Reads the actor from an envelope. Throws {@link IllegalStateException} if it names none. */
    public static Actor from(Map<String, ?> envelope) {
        return new Actor(
                text(envelope, ID),
                text(envelope, NAME),
                Role.valueOf(text(envelope, ROLE)),
                text(envelope, ORGANISATION),
                (String) envelope.get(TEAM));
    }

    private static String text(Map<String, ?> envelope, String key) {
        if (envelope.get(key) instanceof String value && !value.isBlank()) {
            return value;
        }
        throw new IllegalStateException("The envelope names no " + key + ": nothing is done without an actor");
    }
}
