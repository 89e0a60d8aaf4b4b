package uk.earlyhelphub.personaldata;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import uk.earlyhelphub.keyfile.KeyFile;

/**
 * The keys that wrap people's keys. The newest wraps; older ones still unwrap, so a master key is changed by putting a new one
 * in front. Found by URI: {@code file:/path} holds a Tink keyset, {@code env:NAME} names an environment variable with one. What
 * was wrapped names its master key by fingerprint, so a key may move from one place to another.
 */
public final class MasterKeys {
    private final List<MasterKey> keys;
    private final byte[] searchKey;

    private MasterKeys(List<MasterKey> keys, byte[] searchKey) {
        this.keys = List.copyOf(keys);
        this.searchKey = searchKey;
    }

    /**
     * Opens the master keys at the given URIs, the newest first.
     *
     * @param searchSecret keys the search tokens; changing it means making all tokens anew
     * @throws IllegalArgumentException if a URI cannot be understood or holds no whole key; the message names it
     */
    public static MasterKeys open(List<String> uris, String searchSecret) {
        var keys = new ArrayList<MasterKey>();
        for (var uri : uris) {
            keys.add(MasterKey.parse(uri, read(named(uri))));
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("hub.vault.master-keys names no key");
        }
        return new MasterKeys(keys, searchSecret.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Makes a new master key in a file that only its owner may read, unless there is a file, whatever it holds. The key is on
     * disk and was read back when this returns.
     *
     * @throws IllegalStateException if the key could not be kept safely, naming the file
     */
    public static void createFile(Path file) {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            makeFile(file);
        }
    }

    /**
     * Makes a new master key as {@link #createFile}, and answers its fingerprint.
     *
     * @throws IllegalStateException also if there is a file already: a key is never written over
     */
    public static String makeFile(Path file) {
        try {
            var keyset = MasterKey.newKeyset();
            var made = MasterKey.parse(file.toString(), keyset);
            KeyFile.write(file, keyset);
            var kept = MasterKey.parse(file.toString(), KeyFile.read(file));
            if (!kept.fingerprint().equals(made.fingerprint())) {
                throw new IOException("What was read back is another key");
            }
            return kept.fingerprint();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("No master key could be made in " + file + ": " + e.getMessage(), e);
        }
    }

    private static URI named(String uri) {
        try {
            return URI.create(uri);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("A master key is named by file: or env:, not by " + uri, e);
        }
    }

    private static String read(URI uri) {
        return switch (String.valueOf(uri.getScheme())) {
            case "file" -> {
                try {
                    yield KeyFile.read(Path.of(uri));
                } catch (IOException | IllegalArgumentException e) {
                    throw new IllegalArgumentException(
                            "The master key " + uri + " cannot be read: " + e.getMessage(), e);
                }
            }
            case "env" -> {
                var value = System.getenv(uri.getSchemeSpecificPart());
                if (value == null || value.isBlank()) {
                    throw new IllegalArgumentException("The environment has no " + uri.getSchemeSpecificPart());
                }
                yield value;
            }
            default ->
                throw new IllegalArgumentException("A master key is named by file: or env:, not by " + uri.getScheme());
        };
    }

    /** The fingerprint of the key that wraps now. */
    String newest() {
        return keys.getFirst().fingerprint();
    }

    /** Whether the key of a fingerprint is here. */
    boolean has(String fingerprint) {
        return keys.stream().anyMatch(k -> k.fingerprint().equals(fingerprint));
    }

    /** Which keys are here, by fingerprint and place, for messages. */
    String described() {
        return keys.stream().map(MasterKey::toString).collect(Collectors.joining(", "));
    }

    byte[] wrap(byte[] key, String person) {
        return keys.getFirst().wrap(key, person);
    }

    /**
     * Opens a person's key.
     *
     * @param name the fingerprint of the master key that wrapped it; in rows of earlier releases the URI where that key was, which
     *     says nothing about which key it is, so that each is tried
     */
    byte[] unwrap(String name, byte[] wrapped, String person) {
        var candidates = MasterKey.isFingerprint(name)
                ? keys.stream().filter(k -> k.fingerprint().equals(name)).toList()
                : keys;
        if (candidates.isEmpty()) {
            throw new IllegalStateException(
                    "The master key " + name + " is not configured: add it to hub.vault.master-keys");
        }
        return candidates.stream()
                .map(k -> k.unwrap(wrapped, person))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException(
                                "A key could not be unwrapped: it was altered, is another person's, or was wrapped by a master key that is not configured"));
    }

    /** A keyed digest, by which equal texts can be found without being kept. */
    byte[] token(String text) {
        return hmac(searchKey, text);
    }

    static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HmacSHA256", e);
        }
    }
}
