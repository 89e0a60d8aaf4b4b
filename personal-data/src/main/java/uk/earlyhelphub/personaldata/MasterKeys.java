package uk.earlyhelphub.personaldata;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyTemplates;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys that wrap people's keys. The newest wraps; older ones still unwrap, so a master key is changed by putting a new one
 * in front. Found by URI: {@code file:/path} holds a Tink keyset, {@code env:NAME} names an environment variable with one.
 */
public final class MasterKeys {

    static {
        try {
            AeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink did not start", e);
        }
    }

    private final SequencedMap<String, Aead> byUri;
    private final byte[] searchKey;

    private MasterKeys(SequencedMap<String, Aead> byUri, byte[] searchKey) {
        this.byUri = byUri;
        this.searchKey = searchKey;
    }

    /**
     * Opens the master keys at the given URIs, the newest first.
     *
     * @param searchSecret keys the search tokens; changing it means making all tokens anew
     * @throws IllegalArgumentException if a URI cannot be understood or holds no key
     */
    public static MasterKeys open(List<String> uris, String searchSecret) {
        var keys = new LinkedHashMap<String, Aead>();
        for (var uri : uris) {
            keys.put(uri, aead(read(URI.create(uri))));
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("hub.vault.master-keys names no key");
        }
        return new MasterKeys(keys, searchSecret.getBytes(StandardCharsets.UTF_8));
    }

    /** Makes a new master key in a file that only its owner may read, unless the file is there. */
    public static void createFile(Path file) {
        try {
            if (Files.exists(file)) {
                return;
            }
            var handle = KeysetHandle.generateNew(KeyTemplates.get("AES256_GCM"));
            Files.writeString(file, TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get()));
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("No master key could be made in " + file, e);
        }
    }

    private static String read(URI uri) {
        return switch (String.valueOf(uri.getScheme())) {
            case "file" -> {
                try {
                    yield Files.readString(Path.of(uri));
                } catch (IOException e) {
                    throw new IllegalArgumentException("The master key " + uri + " cannot be read", e);
                }
            }
            case "env" -> {
                var value = System.getenv(uri.getSchemeSpecificPart());
                if (value == null) {
                    throw new IllegalArgumentException("The environment has no " + uri.getSchemeSpecificPart());
                }
                yield value;
            }
            default ->
                throw new IllegalArgumentException("A master key is named by file: or env:, not by " + uri.getScheme());
        };
    }

    private static Aead aead(String keyset) {
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("A master key is not a Tink keyset", e);
        }
    }

    /** The URI of the key that wraps now. */
    String newest() {
        return byUri.firstEntry().getKey();
    }

    byte[] wrap(byte[] key, String person) {
        try {
            return byUri.firstEntry().getValue().encrypt(key, person.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key could not be wrapped", e);
        }
    }

    byte[] unwrap(String uri, byte[] wrapped, String person) {
        var master = byUri.get(uri);
        if (master == null) {
            throw new IllegalStateException(
                    "The master key " + uri + " is not configured: add it to hub.vault.master-keys");
        }
        try {
            return master.decrypt(wrapped, person.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key could not be unwrapped: it was altered, or is another person's", e);
        }
    }

    /** A keyed digest, by which equal texts can be found without being kept. */
    byte[] token(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(searchKey, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HmacSHA256", e);
        }
    }
}
