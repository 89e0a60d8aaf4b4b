package uk.earlyhelphub.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import uk.earlyhelphub.keyfile.KeyFile;

/** The key that signs checkpoints. It lives in a file that only the log's own process reads, never in the database. */
public final class LogKey {
    private final PublicLogKey publicKey;
    private final PrivateKey key;

    private LogKey(PublicLogKey publicKey, PrivateKey key) {
        this.publicKey = publicKey;
        this.key = key;
    }

    /** Makes a new key for a log of this name. */
    public static LogKey generate(String name) {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var encoded = pair.getPublic().getEncoded();
            var raw = Arrays.copyOfRange(encoded, encoded.length - PublicLogKey.RAW_LENGTH, encoded.length);
            return new LogKey(new PublicLogKey(name, raw), pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has Ed25519", e);
        }
    }

    /**
     * Writes the key to a new file that only its owner may read, forced to disk before this returns. Beside it goes the public
     * key, as {@code <file>.pub}.
     *
     * @throws IOException also if there is such a file already: a key is never written over
     */
    public void writeTo(Path file) throws IOException {
        var text = publicKey + "\n" + Base64.getEncoder().encodeToString(key.getEncoded()) + "\n";
        KeyFile.write(file, text);
        KeyFile.writePublic(publicFile(file), publicKey + "\n");
        read(file);
    }

    /** Where the public key of a key file is. */
    public static Path publicFile(Path file) {
        return file.resolveSibling(file.getFileName() + ".pub");
    }

    /**
     * Reads a key file.
     *
     * @throws IOException naming the file, if it is missing, empty or unreadable
     * @throws IllegalArgumentException naming the file, if it was cut off, or its two parts do not belong together
     */
    public static LogKey read(Path file) throws IOException {
        var lines = KeyFile.read(file).lines().toList();
        if (lines.size() != 2) {
            throw new IllegalArgumentException(file + " is not a whole proof key: that has two lines");
        }
        LogKey key;
        try {
            var encoded = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.get(1)));
            key = new LogKey(
                    PublicLogKey.parse(lines.get(0)),
                    KeyFactory.getInstance("Ed25519").generatePrivate(encoded));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(file + " is not a whole proof key", e);
        }
        return key.checked(file);
    }

    private LogKey checked(Path file) {
        if (!publicKey.verifies("probe", sign("probe"))) {
            throw new IllegalArgumentException(file + ": its public and private part are not one key");
        }
        return this;
    }

    /** What auditors need to check this key's signatures. */
    public PublicLogKey publicKey() {
        return publicKey;
    }

    byte[] sign(String text) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The proof key cannot sign", e);
        }
    }

    /** Which key, never the key. */
    @Override
    public String toString() {
        return "LogKey[" + publicKey + "]";
    }
}
