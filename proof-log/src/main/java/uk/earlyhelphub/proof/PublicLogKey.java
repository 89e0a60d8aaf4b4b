package uk.earlyhelphub.proof;

import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The key that an auditor holds, got from somebody they trust and not from the log: an Ed25519 public key with the log's
 * name, written {@code name+id+key} as C2SP signed-note has it.
 */
public final class PublicLogKey {
    static final byte ED25519 = 1;
    static final int RAW_LENGTH = Ed25519.RAW_LENGTH;

    private final String name;
    private final byte[] raw;
    private final byte[] id;
    private final PublicKey key;

    PublicLogKey(String name, byte[] raw) {
        this.name = LogName.require(name);
        this.raw = raw.clone();
        this.id = Ed25519.id(name, ED25519, raw);
        this.key = Ed25519.key(raw);
    }

    /** Reads a key. Throws {@link IllegalArgumentException} if it is not one, or its id is not its own. */
    public static PublicLogKey parse(String text) {
        var parts = text.strip().split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("A log's public key has three parts: name+id+key");
        }
        var typed = Base64.getDecoder().decode(parts[2]);
        if (typed.length != RAW_LENGTH + 1
                || typed[0] != ED25519
                || !Base64.getEncoder().encodeToString(typed).equals(parts[2])) {
            throw new IllegalArgumentException("Not an Ed25519 public key");
        }
        var key = new PublicLogKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!HexFormat.of().formatHex(key.id).equals(parts[1])) {
            throw new IllegalArgumentException("The key's id does not belong to its name and key");
        }
        return key;
    }

    /** The log's name. */
    public String name() {
        return name;
    }

    byte[] id() {
        return id.clone();
    }

    boolean verifies(String text, byte[] signature) {
        return Ed25519.verifies(key, text, signature);
    }

    /** {@code name+id+key}. */
    @Override
    public String toString() {
        var typed = new byte[RAW_LENGTH + 1];
        typed[0] = ED25519;
        System.arraycopy(raw, 0, typed, 1, RAW_LENGTH);
        return name + "+" + HexFormat.of().formatHex(id) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }
}
