package uk.earlyhelphub.keyfile;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A disk in memory that keeps apart what was asked of it and what is there after a power cut: names only of folders that were
 * forced, bytes only of files that were. What was not forced may be there or not, whichever is worse.
 */
final class ForgetfulDisk implements Disk {
    /** The process ends before a step. */
    static final class Ended extends RuntimeException {}

    /** What a power cut leaves of that which nobody forced. */
    enum Left {
        /** Nothing: neither names nor bytes had been written. */
        NOTHING,
        /** The names, of files without bytes. */
        NAMES,
        /** The names, and half of the bytes. */
        HALF
    }

    /** What a disk, or a writer, could fail to do. */
    enum Omission {
        FORCE_FILE,
        FORCE_FOLDER
    }

    private static final class Bytes {
        private byte[] now = new byte[0];
        private byte[] forced = new byte[0];

        byte[] after(Left left) {
            return switch (left) {
                case NOTHING, NAMES -> forced;
                case HALF -> forced.length > 0 ? forced : Arrays.copyOf(now, now.length / 2);
            };
        }
    }

    private final Set<Omission> omitted;
    private Map<Path, @Nullable Bytes> names = new HashMap<>();
    private Map<Path, @Nullable Bytes> forcedNames = new HashMap<>();
    private long endsBefore = Long.MAX_VALUE;
    private long steps;
    private int files;

    ForgetfulDisk(Omission... omitted) {
        this.omitted = omitted.length == 0 ? Set.of() : EnumSet.copyOf(Arrays.asList(omitted));
        names.put(Path.of("/"), null);
        forcedNames.put(Path.of("/"), null);
    }

    /** From now on so many steps are done, and the process ends before the next. */
    void endAfter(long more) {
        endsBefore = more;
        steps = 0;
    }

    /** Another process comes, and does not end. */
    void goOn() {
        endsBefore = Long.MAX_VALUE;
    }

    /** Whether the process came to its end before it was done. */
    boolean ended() {
        return steps > endsBefore;
    }

    void cutPower(Left left) {
        var after = new HashMap<>(left == Left.NOTHING ? forcedNames : names);
        // A name whose folder's own name is gone is gone too.
        after.keySet().removeIf(path -> !reachable(path, after.keySet()));
        var known = new HashSet<Bytes>();
        after.values().forEach(bytes -> {
            if (bytes != null && known.add(bytes)) {
                bytes.now = bytes.after(left);
                bytes.forced = bytes.now;
            }
        });
        names = after;
        forcedNames = new HashMap<>(after);
        goOn();
    }

    private static boolean reachable(Path path, Set<Path> names) {
        for (var each = path; each != null; each = each.getParent()) {
            if (!names.contains(each)) {
                return false;
            }
        }
        return true;
    }

    private void step() {
        if (++steps > endsBefore) {
            throw new Ended();
        }
    }

    private Bytes bytes(Path file) throws IOException {
        var bytes = names.get(file);
        if (bytes == null) {
            throw new NoSuchFileException(file.toString());
        }
        return bytes;
    }

    @Override
    public boolean taken(Path place) {
        return names.containsKey(place);
    }

    @Override
    public boolean isFolder(Path place) {
        return names.containsKey(place) && names.get(place) == null;
    }

    @Override
    public void makeFolder(Path folder) {
        step();
        names.put(folder, null);
    }

    @Override
    public Path newFile(Path folder, String name, boolean secret) {
        step();
        var file = folder.resolve(name + files++ + ".new");
        names.put(file, new Bytes());
        return file;
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        step();
        var half = bytes(file);
        half.now = Arrays.copyOf(bytes, bytes.length / 2);
        step();
        half.now = bytes.clone();
    }

    @Override
    public void forceFile(Path file) throws IOException {
        step();
        if (!omitted.contains(Omission.FORCE_FILE)) {
            var bytes = bytes(file);
            bytes.forced = bytes.now.clone();
        }
    }

    @Override
    public void putInPlace(Path beside, Path place) throws IOException {
        step();
        if (taken(place)) {
            throw new FileAlreadyExistsException(place.toString());
        }
        names.put(place, bytes(beside));
    }

    @Override
    public void deleteIfThere(Path file) {
        step();
        names.remove(file);
    }

    @Override
    public void forceFolder(Path folder) {
        step();
        if (!omitted.contains(Omission.FORCE_FOLDER)) {
            forcedNames.keySet().removeIf(path -> folder.equals(path.getParent()) && !names.containsKey(path));
            names.forEach((path, bytes) -> {
                if (folder.equals(path.getParent())) {
                    forcedNames.put(path, bytes);
                }
            });
        }
    }

    @Override
    public boolean writable(Path place) {
        return true;
    }

    @Override
    public byte[] read(Path file) throws IOException {
        step();
        return bytes(file).now.clone();
    }
}
