package uk.earlyhelphub.proof;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoints in a place: {@code checkpoints} has all that were signed, oldest first, and {@code checkpoint} the newest. They
 * are written in this order, so the first may be one ahead of the second; whatever else they disagree about, a crash did not do it.
 */
final class CheckpointFiles {
    private static final int TAIL = 1 << 16;

    private final Path folder;
    private final PublicLogKey key;

    CheckpointFiles(Path folder, PublicLogKey key) {
        this.folder = folder;
        this.key = key;
    }

    /**
     * What is in a place.
     *
     * @param newest the newest checkpoint that was ever signed there; none in a new place
     * @param remark in what way the two files disagree, if they do
     */
    record Found(
            @Nullable SignedCheckpoint newest, @Nullable String remark) {}

    Found read() throws IOException, LogPlace.Altered {
        @Nullable SignedCheckpoint single = single();
        var last = lastTwo();
        if (single == null) {
            return last.isEmpty()
                    ? new Found(null, null)
                    : new Found(last.getLast(), "the newest checkpoint was missing, and is here again");
        }
        if (last.isEmpty()) {
            return new Found(single, Files.exists(all()) ? null : "the list of all checkpoints is missing");
        }
        var listed = last.getLast();
        var behind = listed.checkpoint().size() - single.checkpoint().size();
        if (behind == 0
                && !listed.checkpoint().root().equals(single.checkpoint().root())) {
            throw new LogPlace.Altered(folder + ": two histories of "
                    + listed.checkpoint().size() + " events were signed, and both checkpoints are here");
        }
        if (behind < 0) {
            return new Found(single, "the list of all checkpoints lacks the newest");
        }
        var oneAhead = last.size() == 2
                ? last.getFirst().checkpoint().equals(single.checkpoint())
                : single.checkpoint().size() == 0;
        return new Found(
                listed,
                behind == 0 || oneAhead
                        ? null
                        : "an older checkpoint, of " + single.checkpoint().size()
                                + " events, stood in the place of the newest, of "
                                + listed.checkpoint().size());
    }

    private Path all() {
        return folder.resolve("checkpoints");
    }

    private @Nullable SignedCheckpoint single() throws IOException, LogPlace.Altered {
        var file = folder.resolve("checkpoint");
        if (!Files.exists(file)) {
            return null;
        }
        try {
            return SignedCheckpoint.verify(Files.readString(file), key);
        } catch (SignedCheckpoint.Forged | java.nio.charset.CharacterCodingException e) {
            throw new LogPlace.Altered(file + ": " + e.getMessage());
        }
    }

    /** The last two of the list that the key signed, in order. What a crash left half written behind them does not count. */
    private List<SignedCheckpoint> lastTwo() throws IOException, LogPlace.Altered {
        if (!Files.exists(all()) || Files.size(all()) == 0) {
            return List.of();
        }
        var found = new ArrayList<SignedCheckpoint>();
        var notes = notes(tail());
        for (var i = notes.size() - 1; i >= 0 && found.size() < 2; i--) {
            try {
                found.addFirst(SignedCheckpoint.verify(notes.get(i), key));
            } catch (SignedCheckpoint.Forged _) {
                // Another behind it may be one.
                continue;
            }
        }
        if (found.isEmpty() && (!notes.isEmpty() || Files.size(all()) > TAIL)) {
            throw new LogPlace.Altered(all() + ": its end is not what was written there");
        }
        return found;
    }

    private String tail() throws IOException {
        try (var file = new RandomAccessFile(all().toFile(), "r")) {
            var from = Math.max(0, file.length() - TAIL);
            var bytes = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private List<String> notes(String text) {
        var notes = new ArrayList<String>();
        var split = new Split(key.name(), notes::add);
        text.lines().forEach(split::line);
        return notes;
    }

    /** Some of the list, evenly spread. */
    List<SignedCheckpoint> spread(int most) throws IOException {
        if (!Files.exists(all())) {
            return List.of();
        }
        var spread = new Spread(most);
        var split = new Split(key.name(), spread::add);
        try (var lines = Files.newBufferedReader(all())) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                split.line(line);
            }
        }
        return spread.signedBy(key);
    }

    /** Finds the notes in the list. Each begins with the log's name, so one that was torn does not spoil the next. */
    private static final class Split {
        private final String name;
        private final java.util.function.Consumer<String> found;
        private final StringBuilder note = new StringBuilder();

        Split(String name, java.util.function.Consumer<String> found) {
            this.name = name;
            this.found = found;
        }

        void line(String line) {
            if (line.equals(name)) {
                note.setLength(0);
            }
            if (line.isEmpty() && note.indexOf("\n\n") > 0) {
                found.accept(note.toString());
                note.setLength(0);
            } else if (!note.isEmpty() || line.equals(name)) {
                note.append(line).append('\n');
            }
        }
    }

    /** Writes a checkpoint into both, durably. */
    void write(SignedCheckpoint checkpoint) throws IOException {
        try (var list =
                FileChannel.open(all(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var end = list.size();
            var last = ByteBuffer.allocate(1);
            var torn = end > 0 && list.read(last, end - 1) == 1 && last.get(0) != '\n';
            try {
                list.position(end);
                write(list, (torn ? "\n" : "") + checkpoint.note() + "\n");
            } catch (IOException e) {
                list.truncate(end);
                throw e;
            }
        }
        replace("checkpoint", checkpoint.note());
    }

    /** Replaces a small file in one step. */
    void replace(String name, String text) throws IOException {
        var next = folder.resolve(name + ".next");
        try (var file = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            write(file, text);
        }
        Files.move(next, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void write(FileChannel file, String text) throws IOException {
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        file.force(true);
    }
}
