package uk.earlyhelphub.query.access;

import org.springframework.stereotype.Component;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.personaldata.LoggedAccess;
import uk.earlyhelphub.personaldata.Vault;

/**
 * Turns sealed texts into what a reader sees. Every reveal goes through here, and only with proof that the access is on
 * record.
 */
@Component
public class Reveal {
    /** What stands in place of a text about a person who was erased. */
    public static final String ERASED = "[erased]";

    /** What stands in place of a text for whoever sees what happened, and not what was said. */
    public static final String SEALED = "[sealed]";

    private final Vault vault;

    Reveal(Vault vault) {
        this.vault = vault;
    }

    /** One text. */
    public String text(LoggedAccess access, ProtectedText text) {
        return vault.reveal(access, text).orElse(ERASED);
    }
}
