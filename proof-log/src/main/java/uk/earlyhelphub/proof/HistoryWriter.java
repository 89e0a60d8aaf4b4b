package uk.earlyhelphub.proof;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;

/**
 * Writes a whole history to one file that can be verified without us: the signed checkpoints, then each event as it is stored
 * beside the hash by which the log knows it. What the log knows and the store no longer has, and what the store has and the log
 * does not know, is written down as just that. Holds one event in memory at a time.
 */
public final class HistoryWriter implements HistoryMerge {
    static final String HEADER = "early-help-hub-history 1";

    private final OutputStream out;
    private final DigestOutputStream digested;
    private long leaves;

    private HistoryWriter(OutputStream out) {
        this.out = out;
        this.digested = new DigestOutputStream(out, Hash.sha256());
    }

    /**
     * A history that was written.
     *
     * @param sha256 over everything before the last line, in hexadecimal
     */
    public record Written(long leaves, String sha256) {}

    /**
     * Writes a history and answers what was written: how many leaves of the log, and the checksum on the last line.
     *
     * @param checkpoints signed ones in order of size; the last says how far the file goes
     * @param log what the log remembers, up to the last checkpoint's size
     * @param stored the store's rows in reading order, up to the last leaf's position
     */
    public static Written write(
            OutputStream out, List<SignedCheckpoint> checkpoints, Iterator<LoggedLeaf> log, Iterator<Leaf> stored)
            throws IOException {
        var writer = new HistoryWriter(out);
        writer.line(HEADER);
        for (var checkpoint : checkpoints) {
            writer.line(
                    "c " + Base64.getEncoder().encodeToString(checkpoint.note().getBytes(StandardCharsets.UTF_8)));
        }
        HistoryMerge.walk(log, stored, writer);
        var digest = HexFormat.of().formatHex(writer.digested.getMessageDigest().digest());
        out.write(("z " + writer.leaves + " " + digest + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        return new Written(writer.leaves, digest);
    }

    @Override
    public void both(LoggedLeaf known, Leaf row) throws IOException {
        line("e " + known.hash().toBase64() + " " + row.line());
        leaves++;
    }

    @Override
    public void missing(LoggedLeaf known) throws IOException {
        line("d " + known.hash().toBase64() + " " + known.position());
        leaves++;
    }

    @Override
    public void unknown(Leaf row) throws IOException {
        line("x " + row.line());
    }

    private void line(String text) throws IOException {
        digested.write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
