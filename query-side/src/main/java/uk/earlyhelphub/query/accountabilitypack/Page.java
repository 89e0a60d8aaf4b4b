package uk.earlyhelphub.query.accountabilitypack;

import java.util.List;
import java.util.function.Function;

/** A document in plain XHTML, with everything that a tagged PDF needs. Whatever is put in is escaped. */
final class Page {
    private static final String STYLE = """
            @page { size: A4; margin: 20mm 15mm;
              @bottom-right { content: "Page " counter(page) " of " counter(pages); font-family: Pack; font-size: 8pt; } }
            body { font-family: Pack; font-size: 9pt; line-height: 1.35; }
            h1 { font-size: 16pt; } h2 { font-size: 12pt; margin-top: 14pt; page-break-after: avoid; }
            table { width: 100%; border-collapse: collapse; -fs-table-paginate: paginate; table-layout: fixed; }
            th, td { border: 0.5pt solid #505a5f; padding: 3pt; text-align: left; vertical-align: top; word-wrap: break-word; }
            th { background-color: #f3f2f1; font-weight: 700; }
            tr { page-break-inside: avoid; }
            """;

    private static final int LONGEST_WORD = 60;
    private static final char MAY_BREAK = '\u200b';

    private final StringBuilder body = new StringBuilder();
    private final String title;

    Page(String title) {
        this.title = title;
        body.append("<h1>").append(escaped(title)).append("</h1>");
    }

    void heading(String text) {
        body.append("<h2>").append(escaped(text)).append("</h2>");
    }

    void paragraph(String text) {
        body.append("<p>").append(escaped(text)).append("</p>");
    }

    void lines(String text) {
        body.append("<p>").append(escaped(text.strip()).replace("\n", "<br/>")).append("</p>");
    }

    /** A table; a sentence instead if there is nothing in it. */
    <T> void table(List<String> headers, List<T> rows, Function<T, List<String>> cells) {
        if (rows.isEmpty()) {
            paragraph("Nothing is on record.");
            return;
        }
        body.append("<table><thead><tr>");
        headers.forEach(
                h -> body.append("<th scope=\"col\">").append(escaped(h)).append("</th>"));
        body.append("</tr></thead><tbody>");
        for (var row : rows) {
            body.append("<tr>");
            cells.apply(row).forEach(c -> body.append("<td>").append(escaped(c)).append("</td>"));
            body.append("</tr>");
        }
        body.append("</tbody></table>");
    }

    String html() {
        return "<!DOCTYPE html><html lang=\"en-GB\"><head><title>" + escaped(title) + "</title>"
                + "<meta name=\"subject\" content=\"" + escaped(title) + "\"/>"
                + "<meta name=\"description\" content=\"" + escaped(title) + "\"/>"
                + "<meta name=\"author\" content=\"Early Help Hub\"/><style>" + STYLE + "</style></head><body>" + body
                + "</body></html>";
    }

    /**
     * As XML text; what XML cannot hold becomes a visible mark. A word longer than any line may be parted, at places that do not
     * show: to find them is what the layout takes longest for, and a word without an end would take it minutes.
     */
    static String escaped(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        var unbroken = new int[1];
        text.codePoints().forEach(c -> {
            unbroken[0] = Character.isWhitespace(c) ? 0 : unbroken[0] + 1;
            if (unbroken[0] > LONGEST_WORD) {
                escaped.append(MAY_BREAK);
                unbroken[0] = 1;
            }
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default ->
                    escaped.appendCodePoint(
                            c == '\n'
                                            || c == '\t'
                                            || c >= ' ' && c != 0x7f && c < 0xd800
                                            || c >= 0xe000 && c < 0xfffe
                                            || c > 0xffff
                                    ? c
                                    : 0xfffd);
            }
        });
        return escaped.toString();
    }
}
