package uk.earlyhelphub.query.audittrail;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import uk.earlyhelphub.api.trail.TrailPage.TrailLine;
import uk.earlyhelphub.platform.engine.EventCodec;
import uk.earlyhelphub.platform.engine.EventPosition;

/** Writes the trail as a file within a ZIP, together with its checksum and the newest checkpoint, a page in memory at a time. */
final class TrailExport {
    private static final int PAGE = 500;
    private static final JsonMapper JSON = EventCodec.mapper();

    /** In which form. */
    enum Format {
        /** For a spreadsheet. What a spreadsheet would take for a formula is written as text. */
        CSV("trail.csv"),
        /** One JSON object a line. */
        JSON_LINES("trail.jsonl"),
        /** One CloudEvents 1.0 event a line. */
        CLOUD_EVENTS("trail.cloudevents.jsonl");

        private final String fileName;

        Format(String fileName) {
            this.fileName = fileName;
        }
    }

    /** Where the lines come from, a page at a time. */
    interface Source {
        /** The next lines after a position, in the order in which they were recorded. */
        List<TrailLines.Line> page(TrailFilter filter, EventPosition after, int limit);

        /** A line as it is shown. */
        TrailLine entry(TrailLines.Line line, Narrator narrator);

        /** How people who work with the Hub are called. */
        UnaryOperator<String> colleagues();
    }

    private final Source lines;
    private final UnaryOperator<List<TrailLines.Line>> shown;
    private final TrailFilter filter;
    private final Format format;
    private final @Nullable String checkpoint;

    /** @param shown those lines of a page that whoever takes the copy may have */
    TrailExport(
            Source lines,
            UnaryOperator<List<TrailLines.Line>> shown,
            TrailFilter filter,
            Format format,
            @Nullable String checkpoint) {
        this.shown = shown;
        this.lines = lines;
        this.filter = filter;
        this.format = format;
        this.checkpoint = checkpoint;
    }

    /** A CloudEvents 1.0 event in structured JSON. */
    private record CloudEvent(
            String specversion,
            String id,
            String source,
            String type,
            String subject,
            String time,
            String datacontenttype,
            TrailLine data) {}

    /** Writes all of it and answers how many lines it has. */
    long writeTo(OutputStream out) throws IOException {
        try (var zip = new ZipOutputStream(new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        })) {
            zip.putNextEntry(new ZipEntry(format.fileName));
            var digested = new DigestOutputStream(zip, sha256());
            var entries = lines(digested);
            zip.closeEntry();
            if (checkpoint != null) {
                entry(zip, "checkpoint", checkpoint);
            }
            entry(
                    zip,
                    "SHA256SUMS",
                    HexFormat.of().formatHex(digested.getMessageDigest().digest()) + "  " + format.fileName + "\n");
            return entries;
        }
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private long lines(OutputStream out) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        var csv = new CSVPrinter(writer, CSVFormat.RFC4180);
        if (format == Format.CSV) {
            csv.printRecord(
                    "at",
                    "what",
                    "who",
                    "role",
                    "organisation",
                    "why",
                    "type",
                    "referralId",
                    "eventId",
                    "correlationId",
                    "position",
                    "proof");
        }
        var narrator = Narrator.ofSkeletons(lines.colleagues());
        var after = EventPosition.START;
        long count = 0;
        List<TrailLines.Line> page;
        do {
            page = lines.page(filter, after, PAGE);
            for (var line : shown.apply(page)) {
                var entry = lines.entry(line, narrator);
                switch (format) {
                    case CSV -> csv.printRecord(cells(entry));
                    case JSON_LINES -> writer.write(JSON.writeValueAsString(entry) + "\n");
                    case CLOUD_EVENTS -> writer.write(JSON.writeValueAsString(cloudEvent(entry)) + "\n");
                }
                count++;
            }
            if (!page.isEmpty()) {
                after = page.getLast().position();
            }
        } while (page.size() == PAGE);
        writer.flush();
        return count;
    }

    private static List<String> cells(TrailLine e) {
        return java.util.stream.Stream.of(
                        e.at().toString(),
                        e.what(),
                        e.who(),
                        e.role(),
                        e.organisation(),
                        e.why(),
                        e.type(),
                        e.referralId() == null ? "" : e.referralId(),
                        e.eventId(),
                        e.correlationId(),
                        e.position(),
                        e.proof())
                .map(TrailExport::noFormula)
                .toList();
    }

    /** A cell that a spreadsheet would run is made text by an apostrophe in front. */
    static String noFormula(String cell) {
        return !cell.isEmpty() && "=+-@\t\r\n|%".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    private static CloudEvent cloudEvent(TrailLine e) {
        return new CloudEvent(
                "1.0",
                e.eventId(),
                "/early-help-hub",
                "uk.earlyhelphub." + e.type(),
                e.referralId() == null ? e.position() : e.referralId(),
                e.at().toString(),
                "application/json",
                e);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
