package uk.earlyhelphub.personaldata;

import com.google.crypto.tink.Aead;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.kernel.HubEvent;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.personaldata.PersonSearch.Details;

/**
 * Seals texts for the events of one command before anybody knows whether it will be done. New keys, search tokens and dates of
 * birth are collected, sealed and blinded, and travel with the command; the {@link VaultWriter} writes them with its events. Of a
 * command that is refused nothing stays behind.
 */
public final class Preparation {
    private final Vault vault;
    private final PersonSearch search;
    private final String commandId;
    private final Map<PersonId, Aead> keys = new HashMap<>();
    private final List<VaultEffects.Key> newKeys = new ArrayList<>();
    private final List<VaultEffects.Token> tokens = new ArrayList<>();
    private final List<VaultEffects.Birth> births = new ArrayList<>();

    Preparation(Vault vault, PersonSearch search, String commandId) {
        this.vault = vault;
        this.search = search;
        this.commandId = commandId;
    }

    /** Seals a text. Nothing new is recorded about somebody who was erased: their command is refused when it is written. */
    public ProtectedText seal(Class<? extends HubEvent> event, String field, PersonId about, String text) {
        return Vault.sealed(keyFor(about), about, event.getSimpleName() + '/' + field + '/' + commandId, text);
    }

    /** Seals a text, or nothing if there is none. */
    public @Nullable ProtectedText sealIfAny(
            Class<? extends HubEvent> event, String field, PersonId about, @Nullable String text) {
        return text == null || text.isBlank() ? null : seal(event, field, about, text);
    }

    /** Makes a person findable by these details, besides those given before, once the command is done. */
    public void makeFindable(PersonId person, Details details) {
        search.tokens(details).forEach((token, kind) -> tokens.add(new VaultEffects.Token(person, kind, token)));
        if (!tokens.isEmpty()) {
            keyFor(person);
        }
    }

    /** Keeps a person's date of birth for the clocks that run from it, once the command is done. */
    public void keepBirth(PersonId person, LocalDate bornOn) {
        var sealed = Vault.sealedBirth(keyFor(person), person, bornOn);
        births.add(new VaultEffects.Birth(person, Base64.getEncoder().encodeToString(sealed)));
    }

    /** What the command has to bring along; nothing if it needs nothing but its events. */
    public @Nullable String effects() {
        var effects = new VaultEffects(newKeys, tokens, births);
        return effects.isEmpty() ? null : effects.asText();
    }

    private Aead keyFor(PersonId person) {
        var known = keys.get(person);
        if (known != null) {
            return known;
        }
        var key = vault.existingKey(person);
        if (key == null) {
            var made = vault.newKey(person);
            newKeys.add(new VaultEffects.Key(
                    person, made.master(), Base64.getEncoder().encodeToString(made.wrapped())));
            key = made.key();
        }
        keys.put(person, key);
        return key;
    }
}
