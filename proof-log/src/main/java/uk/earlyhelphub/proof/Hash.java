package uk.earlyhelphub.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A SHA-256 hash: 32 bytes that nobody can change after they were computed. */
public final class Hash {
    /** How long a hash is, in bytes. */
    public static final int LENGTH = 32;

    /** The root of a log without leaves: the hash of nothing. */
    public static final Hash OF_NOTHING = new Hash(sha256().digest());

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A hash that was computed elsewhere. Throws {@link IllegalArgumentException} unless it has 32 bytes. */
    public static Hash of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("A hash has " + LENGTH + " bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /** A hash as it is written in proofs. Throws {@link IllegalArgumentException} if it is not exactly that. */
    public static Hash fromBase64(String text) {
        var hash = of(Base64.getDecoder().decode(text));
        if (!hash.toBase64().equals(text)) {
            throw new IllegalArgumentException("Not how a hash is written");
        }
        return hash;
    }

    /** The hash of a leaf (RFC 9162 §2.1.1): of 0x00 and its bytes. */
    public static Hash ofLeaf(byte[] bytes, int from, int length) {
        var sha = sha256();
        sha.update((byte) 0);
        sha.update(bytes, from, length);
        return new Hash(sha.digest());
    }

    /** The hash of a leaf (RFC 9162 §2.1.1): of 0x00 and its bytes. */
    public static Hash ofLeaf(byte[] bytes) {
        return ofLeaf(bytes, 0, bytes.length);
    }

    /** The hash of an inner node (RFC 9162 §2.1.1): of 0x01 and its two children. */
    public static Hash ofNode(Hash left, Hash right) {
        var sha = sha256();
        sha.update((byte) 1);
        sha.update(left.bytes);
        sha.update(right.bytes);
        return new Hash(sha.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** A copy of the 32 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** As it is written in proofs and checkpoints. */
    public String toBase64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
