package uk.earlyhelphub.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

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
     * Writes the key to a new file that only its owner may read. Beside it goes the public key, as {@code <file>.pub}.
     *
     * @throws IOException also if there is such a file already: a key is never overwritten
     */
    public void writeTo(Path file) throws IOException {
        var options = new StandardOpenOption[] {StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE};
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            options = new StandardOpenOption[] {StandardOpenOption.WRITE};
        }
        var text = publicKey + "\n" + Base64.getEncoder().encodeToString(key.getEncoded()) + "\n";
        Files.writeString(file, text, StandardCharsets.UTF_8, options);
        Files.writeString(publicFile(file), publicKey + "\n", StandardCharsets.UTF_8);
    }

    /** Where the public key of a key file is. */
    public static Path publicFile(Path file) {
        return file.resolveSibling(file.getFileName() + ".pub");
    }

    /** Reads a key file. Throws {@link IllegalArgumentException} if its two parts do not belong together. */
    public static LogKey read(Path file) throws IOException {
        var lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        if (lines.size() != 2) {
            throw new IllegalArgumentException(file + " is not a proof key: it has two lines");
        }
        try {
            var encoded = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.get(1)));
            var key = new LogKey(
                    PublicLogKey.parse(lines.get(0)),
                    KeyFactory.getInstance("Ed25519").generatePrivate(encoded));
            if (!key.publicKey.verifies("probe", key.sign("probe"))) {
                throw new IllegalArgumentException(file + ": its public and private part are not one key");
            }
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(file + " is not a proof key", e);
        }
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
