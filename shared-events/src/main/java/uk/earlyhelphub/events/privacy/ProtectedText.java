package uk.earlyhelphub.events.privacy;

import uk.earlyhelphub.events.ids.PersonId;

/**
 * Personal data about one person, sealed: only the vault can reveal it, and nobody can once that person's key is destroyed.
 *
 * @param about the person whose key seals it
 * @param key the version of that person's key, a small number as text
 * @param sealedFor what the seal is bound to: {@code EventType/field/commandId}; moving the text anywhere else breaks the seal
 * @param sealed the ciphertext, Base64 without padding (12-byte nonce, AES-256-GCM ciphertext, 16-byte tag)
 */
public record ProtectedText(PersonId about, String key, String sealedFor, String sealed) {

    /** The event type the text was sealed for. */
    public String eventType() {
        return sealedFor.substring(0, sealedFor.indexOf('/'));
    }

    /** The field of that event. */
    public String field() {
        return sealedFor.substring(sealedFor.indexOf('/') + 1, sealedFor.lastIndexOf('/'));
    }

    /** The command whose event carries the text. */
    public String commandId() {
        return sealedFor.substring(sealedFor.lastIndexOf('/') + 1);
    }

    /** Says whom it is about and what it was sealed for, never what it holds. */
    @Override
    public String toString() {
        return "ProtectedText[" + about + " " + sealedFor + "]";
    }
}
