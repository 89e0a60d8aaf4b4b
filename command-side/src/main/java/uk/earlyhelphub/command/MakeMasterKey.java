package uk.earlyhelphub.command;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import uk.earlyhelphub.personaldata.MasterKeys;

/** The command line that makes a master key. It never replaces a key: what is sealed under it would be lost. */
final class MakeMasterKey {

    private MakeMasterKey() {}

    /** Makes the key and says where it is; answers 0, or 1 if nothing was made, with the reason on {@code err}. */
    static int in(Path named, PrintStream out, PrintStream err) {
        var file = named.toAbsolutePath().normalize();
        var folder = file.getParent();
        if (Files.exists(file)) {
            err.println("Nothing was made: " + file + " is there already, and a key is never overwritten.");
            return 1;
        }
        if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            err.println("Nothing was made: the folder " + folder + " is not there, or cannot be written to.");
            return 1;
        }
        var fingerprint = MasterKeys.makeFile(file);
        out.println("A new master key is in " + file + ", readable by its owner only. It is " + fingerprint + ".");
        out.println("Name it as --hub.vault.master-keys=" + file.toUri()
                + " on every command side and query side. Keep a copy apart from the database and its backups:"
                + " without it nothing that was said about anybody can be read again.");
        return 0;
    }
}
