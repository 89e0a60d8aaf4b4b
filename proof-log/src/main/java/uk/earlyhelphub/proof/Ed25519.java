package uk.earlyhelphub.proof;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;

/** Ed25519 with public keys from strangers: points under which anybody could sign are no keys. */
final class Ed25519 {
    static final int RAW_LENGTH = 32;
    static final int SIGNATURE_LENGTH = 64;
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));

    /** The heights of the eight points of small order (RFC 7748 and 8032 leave them to whoever verifies). */
    private static final Set<BigInteger> SMALL_ORDER = Set.of(
            BigInteger.ZERO,
            BigInteger.ONE,
            P.subtract(BigInteger.ONE),
            new BigInteger("7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7", 16),
            new BigInteger("05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826", 16));

    private Ed25519() {}

    /** Throws {@link IllegalArgumentException} if it is not a public key, or one of small order. */
    static PublicKey key(byte[] raw) {
        if (raw.length != RAW_LENGTH || !isPoint(raw)) {
            throw new IllegalArgumentException("Not an Ed25519 public key");
        }
        try {
            var encoded = new byte[X509_PREFIX.length + RAW_LENGTH];
            System.arraycopy(X509_PREFIX, 0, encoded, 0, X509_PREFIX.length);
            System.arraycopy(raw, 0, encoded, X509_PREFIX.length, RAW_LENGTH);
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not an Ed25519 public key", e);
        }
    }

    private static boolean isPoint(byte[] raw) {
        var bigEndian = new byte[RAW_LENGTH];
        for (var i = 0; i < RAW_LENGTH; i++) {
            bigEndian[i] = raw[RAW_LENGTH - 1 - i];
        }
        bigEndian[0] &= 0x7f;
        var y = new BigInteger(1, bigEndian);
        return y.compareTo(P) < 0 && !SMALL_ORDER.contains(y);
    }

    static boolean verifies(PublicKey key, String text, byte[] signature) {
        if (signature.length != SIGNATURE_LENGTH || !isPoint(Arrays.copyOf(signature, RAW_LENGTH))) {
            return false;
        }
        try {
            var check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(signature);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    /** How a key is known in notes: the first four bytes of a hash over its name, kind and point (C2SP signed-note). */
    static byte[] id(String name, byte kind, byte[] raw) {
        var sha = Hash.sha256();
        sha.update(name.getBytes(StandardCharsets.UTF_8));
        sha.update((byte) '\n');
        sha.update(kind);
        return Arrays.copyOf(sha.digest(raw), 4);
    }
}
