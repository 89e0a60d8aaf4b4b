package uk.earlyhelphub.localpostgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import uk.earlyhelphub.keyfile.KeyFile;

/** The password that a local server is given once, and that later starts need. */
final class LocalSecrets {
    private static final int BYTES = 24;

    private LocalSecrets() {}

    /**
     * The password in a file, made if the file is not there.
     *
     * @throws CannotStart if the file is there and does not hold a whole password: a new one would open nothing
     */
    static String password(Path file) throws IOException {
        if (!Files.exists(file)) {
            var bytes = new byte[BYTES];
            new SecureRandom().nextBytes(bytes);
            KeyFile.write(file, HexFormat.of().formatHex(bytes));
        }
        String password;
        try {
            password = KeyFile.read(file).strip();
        } catch (IOException e) {
            throw damaged(file, e.getMessage(), e);
        }
        if (!password.matches("[0-9a-f]{" + 2 * BYTES + "}")) {
            throw damaged(file, "It does not hold a whole password", null);
        }
        return password;
    }

    private static CannotStart damaged(
            Path file,
            @org.jspecify.annotations.Nullable String how,
            @org.jspecify.annotations.Nullable Throwable cause) {
        return new CannotStart(
                "The password of the database that comes along cannot be read from " + file + ". " + how + ".",
                "Put back the copy you keep of the whole folder. If no families are in it yet, delete the folder "
                        + file.toAbsolutePath().getParent() + " and start afresh.",
                cause);
    }
}
