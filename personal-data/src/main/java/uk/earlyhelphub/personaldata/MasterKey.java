package uk.earlyhelphub.personaldata;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyTemplates;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * One key that wraps people's keys.
 *
 * @param fingerprint says which key it is, wherever it lies, and nothing about it
 * @param place where it was found, for messages
 */
record MasterKey(String fingerprint, String place, Aead aead) {
    private static final String MARK = "key:";
    private static final int DIGITS = 32;

    static {
        try {
            AeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink did not start", e);
        }
    }

    /** Makes the keyset of a key that nobody had before. */
    static String newKeyset() throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(
                KeysetHandle.generateNew(KeyTemplates.get("AES256_GCM")), InsecureSecretKeyAccess.get());
    }

    /** Reads a keyset. Throws {@link IllegalArgumentException}, naming the place, if it is none, or was cut off. */
    static MasterKey parse(String place, String keyset) {
        try {
            var handle = TinkJsonProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get());
            return new MasterKey(
                    fingerprint(handle, place), place, handle.getPrimitive(RegistryConfiguration.get(), Aead.class));
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new IllegalArgumentException(
                    "The master key " + place
                            + " is not a whole AES-GCM keyset of Tink, as \"make-master-key\" makes one",
                    e);
        }
    }

    @AccessesPartialKey // it goes nowhere but into a digest
    private static String fingerprint(KeysetHandle handle, String place) {
        if (!(handle.getPrimary().getKey() instanceof AesGcmKey key)) {
            throw new IllegalArgumentException(place + " holds a key of another kind");
        }
        var raw = key.getKeyBytes().toByteArray(InsecureSecretKeyAccess.get());
        return MARK
                + HexFormat.of()
                        .formatHex(MasterKeys.hmac(raw, "early-help-hub master key"))
                        .substring(0, DIGITS);
    }

    /** Whether a stored name is a fingerprint; earlier releases stored the URI where the key was. */
    static boolean isFingerprint(String name) {
        return name.startsWith(MARK);
    }

    byte[] wrap(byte[] key, String person) {
        try {
            return aead.encrypt(key, person.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key could not be wrapped", e);
        }
    }

    /** Nothing if this key did not wrap it for that person. */
    Optional<byte[]> unwrap(byte[] wrapped, String person) {
        try {
            return Optional.of(aead.decrypt(wrapped, person.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException _) {
            return Optional.empty();
        }
    }

    /** Which key, never the key. */
    @Override
    public String toString() {
        return fingerprint + " (" + place + ")";
    }
}
