package uk.earlyhelphub.cli;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import uk.earlyhelphub.proof.PublicLogKey;
import uk.earlyhelphub.proof.SignedCheckpoint;

/**
 * The newest checkpoint that was seen to be true of each log, in a folder of the auditor's own. A history that was written anew or
 * cut back since then is found by it.
 */
final class Remembered {
    private final Path folder;
    private final Path file;

    Remembered(Path folder, PublicLogKey log) {
        this.folder = folder;
        this.file = folder.resolve(URLEncoder.encode(log.name(), StandardCharsets.UTF_8) + ".checkpoint");
    }

    /** The file it is in; none before the first time. */
    List<Path> files() {
        return Files.exists(file) ? List.of(file) : List.of();
    }

    /** Keeps a checkpoint, in the place of the one before; a crash leaves the one or the other. */
    void keep(SignedCheckpoint newest) throws IOException {
        Files.createDirectories(folder);
        var next = Files.createTempFile(folder, "next", ".checkpoint");
        Files.writeString(next, newest.note());
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
