package uk.earlyhelphub.personaldata;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.platform.engine.EventCodec;

/**
 * What a command would write into the vault, encrypted and blinded already. As it travels with the command, it tells nobody
 * anything without the master key and the search secret.
 *
 * @param keys for people who had none
 * @param tokens by which people can be found
 * @param births dates of birth, under the person's own key
 */
record VaultEffects(List<Key> keys, List<Token> tokens, List<Birth> births) {
    private static final JsonMapper JSON = EventCodec.mapper();

    VaultEffects {
        keys = List.copyOf(keys);
        tokens = List.copyOf(tokens);
        births = List.copyOf(births);
    }

    /**
     * A new key.
     *
     * @param master the master key that wraps it
     * @param wrapped Base64
     */
    record Key(PersonId person, String master, String wrapped) {}

    /** A search token, in hexadecimal. */
    record Token(PersonId person, String kind, String token) {}

    /** A sealed date of birth, Base64. */
    record Birth(PersonId person, String sealed) {}

    boolean isEmpty() {
        return keys.isEmpty() && tokens.isEmpty() && births.isEmpty();
    }

    String asText() {
        return JSON.writeValueAsString(this);
    }

    static VaultEffects from(String text) {
        return JSON.readValue(text, VaultEffects.class);
    }
}
