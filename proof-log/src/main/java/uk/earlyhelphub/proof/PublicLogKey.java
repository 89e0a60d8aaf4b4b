package uk.earlyhelphub.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The key that an auditor holds, got from somebody they trust and not from the log: an Ed25519 public key with the log's
 * name, written {@code name+id+key} as C2SP signed-note has it.
 */
public final class PublicLogKey {
    static final byte ED25519 = 1;
    static final int RAW_LENGTH = 32;
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte[] raw;
    private final byte[] id;
    private final PublicKey key;

    PublicLogKey(String name, byte[] raw) {
        this.name = LogName.require(name);
        this.raw = raw.clone();
        this.id = id(name, raw);
        try {
            var encoded = new byte[X509_PREFIX.length + RAW_LENGTH];
            System.arraycopy(X509_PREFIX, 0, encoded, 0, X509_PREFIX.length);
            System.arraycopy(raw, 0, encoded, X509_PREFIX.length, RAW_LENGTH);
            this.key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not an Ed25519 public key", e);
        }
    }

    /** Reads a key. Throws {@link IllegalArgumentException} if it is not one, or its id is not its own. */
    public static PublicLogKey parse(String text) {
        var parts = text.strip().split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("A log's public key has three parts: name+id+key");
        }
        var typed = Base64.getDecoder().decode(parts[2]);
        if (typed.length != RAW_LENGTH + 1 || typed[0] != ED25519) {
            throw new IllegalArgumentException("Not an Ed25519 public key");
        }
        var key = new PublicLogKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!HexFormat.of().formatHex(key.id).equals(parts[1])) {
            throw new IllegalArgumentException("The key's id does not belong to its name and key");
        }
        return key;
    }

    private static byte[] id(String name, byte[] raw) {
        var sha = Hash.sha256();
        sha.update(name.getBytes(StandardCharsets.UTF_8));
        sha.update((byte) '\n');
        sha.update(ED25519);
        return Arrays.copyOf(sha.digest(raw), 4);
    }

    /** The log's name. */
    public String name() {
        return name;
    }

    byte[] id() {
        return id.clone();
    }

    boolean verifies(String text, byte[] signature) {
        try {
            var check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(signature);
        } catch (GeneralSecurityException _) {
            return false;
        }
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
