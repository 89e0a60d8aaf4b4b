package uk.earlyhelphub.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * One line of signature under a note: whose, by which key, and what (C2SP signed-note).
 *
 * @param id the first four bytes, by which the key is known
 */
record NoteSignature(String name, byte[] id, byte[] signature) {
    private static final int MOST = 100;
    private static final String DASH = "\u2014 ";

    /** Reads all lines under a note. Throws {@link IllegalArgumentException} if one of them is no signature. */
    static List<NoteSignature> readAll(String block) {
        if (!block.endsWith("\n")) {
            throw new IllegalArgumentException("The last line does not end");
        }
        var lines = block.substring(0, block.length() - 1).split("\n", -1);
        if (lines.length > MOST) {
            throw new IllegalArgumentException("Too many signatures");
        }
        var read = new ArrayList<NoteSignature>();
        for (var line : lines) {
            read.add(read(line));
        }
        return read;
    }

    private static NoteSignature read(String line) {
        var parts = line.startsWith(DASH) ? line.substring(DASH.length()).split(" ", -1) : new String[0];
        if (parts.length != 2 || parts[0].isEmpty() || parts[0].contains("+")) {
            throw new IllegalArgumentException("Not a line of signature");
        }
        var both = Base64.getDecoder().decode(parts[1]);
        if (both.length < 5 || !Base64.getEncoder().encodeToString(both).equals(parts[1])) {
            throw new IllegalArgumentException("Not how a signature is written");
        }
        return new NoteSignature(parts[0], Arrays.copyOf(both, 4), Arrays.copyOfRange(both, 4, both.length));
    }

    boolean by(String keyName, byte[] keyId) {
        return name.equals(keyName) && Arrays.equals(id, keyId);
    }

    static String line(String name, byte[] id, byte[] signature) {
        var both = Arrays.copyOf(id, id.length + signature.length);
        System.arraycopy(signature, 0, both, id.length, signature.length);
        return DASH + name + " " + Base64.getEncoder().encodeToString(both) + "\n";
    }
}
