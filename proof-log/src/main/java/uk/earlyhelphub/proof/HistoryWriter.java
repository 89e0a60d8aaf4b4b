package uk.earlyhelphub.proof;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a whole history to one file that can be verified without us: the signed checkpoints, then each event as it is stored
 * beside the hash by which the log knows it. What the log knows and the store no longer has, and what the store has and the log
 * does not know, is written down as just that. Holds one event in memory at a time.
 */
public final class HistoryWriter {
    static final String HEADER = "early-help-hub-history 1";

    private final OutputStream out;
    private final DigestOutputStream digested;
    private long leaves;

    private HistoryWriter(OutputStream out) {
        this.out = out;
        this.digested = new DigestOutputStream(out, Hash.sha256());
    }

    /**
     * Writes a history and answers how many leaves of the log it holds.
     *
     * @param checkpoints signed ones in order of size; the last says how far the file goes
     * @param log what the log remembers, up to the last checkpoint's size
     * @param stored the store's rows in reading order, up to the last leaf's position
     */
    public static long write(
            OutputStream out, List<SignedCheckpoint> checkpoints, Iterator<LoggedLeaf> log, Iterator<Leaf> stored)
            throws IOException {
        var writer = new HistoryWriter(out);
        writer.line(HEADER);
        for (var checkpoint : checkpoints) {
            writer.line(
                    "c " + Base64.getEncoder().encodeToString(checkpoint.note().getBytes(StandardCharsets.UTF_8)));
        }
        writer.merge(log, stored);
        var digest = HexFormat.of().formatHex(writer.digested.getMessageDigest().digest());
        out.write(("z " + writer.leaves + " " + digest + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        return writer.leaves;
    }

    private void merge(Iterator<LoggedLeaf> log, Iterator<Leaf> stored) throws IOException {
        @Nullable Leaf row = next(stored);
        while (log.hasNext()) {
            var known = log.next();
            while (row != null && row.position().compareTo(known.position()) < 0) {
                line("x " + row.line());
                row = next(stored);
            }
            if (row != null && row.position().equals(known.position())) {
                line("e " + known.hash().toBase64() + " " + row.line());
                row = next(stored);
            } else {
                line("d " + known.hash().toBase64() + " " + known.position());
            }
            leaves++;
        }
        while (row != null) {
            line("x " + row.line());
            row = next(stored);
        }
    }

    private static @Nullable Leaf next(Iterator<Leaf> rows) {
        return rows.hasNext() ? rows.next() : null;
    }

    private void line(String text) throws IOException {
        digested.write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
