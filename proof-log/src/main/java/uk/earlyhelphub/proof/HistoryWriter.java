package uk.earlyhelphub.proof;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

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
     * Where a history begins that leaves out what an auditor has verified before.
     *
     * @param size how many leaves are left out
     * @param subtrees what they come to: the roots of the complete subtrees that they make, the largest first
     */
    public record Start(long size, List<Hash> subtrees) {
        /** The beginning of everything. */
        public static final Start WHOLE = new Start(0, List.of());

        public Start {
            subtrees = List.copyOf(subtrees);
        }

        String line() {
            return "s " + size
                    + subtrees.stream().map(hash -> " " + hash.toBase64()).collect(Collectors.joining());
        }
    }

    /**
     * A history that was written.
     *
     * @param leaves how many the log has by then, those included that were left out
     * @param sha256 over everything before the last line, in hexadecimal
     */
    public record Written(long leaves, String sha256) {}

    /** Writes a whole history, as {@link #write(OutputStream, Start, List, Iterator, Iterator)}. */
    public static Written write(
            OutputStream out, List<SignedCheckpoint> checkpoints, Iterator<LoggedLeaf> log, Iterator<Leaf> stored)
            throws IOException {
        return write(out, Start.WHOLE, checkpoints, log, stored);
    }

    /**
     * Writes a history and answers what was written: how many leaves of the log, and the checksum on the last line.
     *
     * @param start where it begins
     * @param checkpoints signed ones in order of size; the last says how far the file goes
     * @param log what the log remembers, from the start up to the last checkpoint's size
     * @param stored the store's rows in reading order, from the start up to the last leaf's position
     */
    public static Written write(
            OutputStream out,
            Start start,
            List<SignedCheckpoint> checkpoints,
            Iterator<LoggedLeaf> log,
            Iterator<Leaf> stored)
            throws IOException {
        var writer = new HistoryWriter(out);
        writer.leaves = start.size();
        writer.line(HEADER);
        if (start.size() > 0) {
            writer.line(start.line());
        }
        for (var checkpoint : checkpoints) {
            if (checkpoint.checkpoint().size() < start.size()) {
                continue;
            }
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
