package uk.earlyhelphub.query.proof;

import java.io.IOException;
import java.io.OutputStream;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.proof.HistoryWriter;
import uk.earlyhelphub.proof.LeafPosition;
import uk.earlyhelphub.proof.SignedCheckpoint;

/**
 * The history up to a signed checkpoint, as it goes to an auditor.
 *
 * @param from how many of the first events are left out, because the auditor kept a checkpoint of just them
 */
record HistoryExport(ReplicatedLog log, EventLog events, long from, SignedCheckpoint upTo) {

    /** What the file is called. */
    String name() {
        return "history-" + (from == 0 ? "" : from + "-to-") + upTo.checkpoint().size() + ".hubhistory";
    }

    /** Writes it, a page at a time, and answers how many events there are in it. */
    long write(OutputStream out) throws IOException {
        var size = upTo.checkpoint().size();
        var start = from == 0 ? HistoryWriter.Start.WHOLE : new HistoryWriter.Start(from, log.subtrees(from));
        var after = from == 0 ? LeafPosition.START : log.leaf(from - 1).position();
        return HistoryWriter.write(
                                out,
                                start,
                                log.checkpoints(upTo),
                                StoredHistory.log(log::leaves, from, size),
                                StoredHistory.rows(
                                        events, after, log.leaf(size - 1).position()))
                        .leaves()
                - from;
    }
}
