package uk.earlyhelphub.query.accountabilitypack;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** Lays a pack out as a tagged PDF (PDF/UA-1): headings, tables with headers, a language, page numbers. */
final class PackPdf {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm:ss", Locale.UK);
    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";

    private PackPdf() {}

    static void write(JsonNode pack, OutputStream out) throws IOException {
        var builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.useFont(
                () -> font("DejaVuSans.ttf"),
                "Pack",
                400,
                com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle.NORMAL,
                true);
        builder.useFont(
                () -> font("DejaVuSans-Bold.ttf"),
                "Pack",
                700,
                com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle.NORMAL,
                true);
        builder.withHtmlContent(html(pack), "");
        builder.toStream(out);
        builder.run();
    }

    private static InputStream font(String file) {
        return Objects.requireNonNull(PackPdf.class.getResourceAsStream(FONTS + file), file);
    }

    private static String html(JsonNode pack) {
        var about = pack.get("about");
        var page = new Page("Accountability pack for referral " + text(about, "reference"));
        page.paragraph("Made on " + text(about, "madeAt") + " by " + text(about, "madeBy") + ", for: "
                + words(text(about, "profile")) + ". It accounts for one decision of the Hub meeting.");
        decision(page, pack.get("decision"), pack.get("meeting"));
        page.heading("What each who was present could see then");
        page.table(
                List.of("Who", "By what right", "What", "Because", "Had opened the case"),
                pack.get("couldSee"),
                row -> List.of(
                        text(row, "actor"),
                        words(text(row, "right")),
                        words(text(row, "extent")),
                        text(row, "because"),
                        row.get("looked").isEmpty()
                                ? "no record of it"
                                : row.get("looked").size() + " times, last "
                                        + row.get("looked")
                                                .get(row.get("looked").size() - 1)
                                                .asString()));
        page.heading("Consents and gateways, checked at the moment of each act");
        page.table(
                List.of("When", "What was done", "Covered", "By"),
                pack.get("consents"),
                row -> List.of(
                        text(row, "at"),
                        text(row, "act").replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.UK),
                        row.get("covered").asBoolean() ? "yes" : "NO",
                        list(row.get("by"))));
        page.heading("What was shared, and what was refused");
        page.table(List.of("When", "What"), pack.get("sharings"), row -> List.of(text(row, "at"), text(row, "what")));
        page.heading("What was due");
        page.table(
                List.of("What", "Waited for", "Due on", "Done on", "Missed"),
                pack.get("deadlines"),
                row -> List.of(
                        text(row, "what"),
                        words(text(row, "waitedFor")),
                        text(row, "dueOn"),
                        text(row, "metOn"),
                        row.get("missed").asBoolean() ? "yes" : "no"));
        page.heading("Who was waited for until the decision");
        page.table(
                List.of("Waited for", "Where it stood", "From", "To"),
                pack.get("waiting").get("stretches"),
                row -> List.of(
                        words(text(row, "waitedFor")), words(text(row, "status")), text(row, "from"), text(row, "to")));
        var days = new StringBuilder("In days:");
        pack.get("waiting")
                .get("days")
                .propertyStream()
                .forEach(d -> days.append(' ')
                        .append(words(d.getKey()))
                        .append(' ')
                        .append(d.getValue().asString())
                        .append(';'));
        page.paragraph(days.deleteCharAt(days.length() - 1).append('.').toString());
        page.heading("Who has looked since");
        page.table(
                List.of("Who", "Role", "Organisation", "What they did", "Times", "Last"),
                pack.get("lookedSince"),
                row -> List.of(
                        text(row, "who"),
                        words(text(row, "role")),
                        text(row, "organisation"),
                        text(row, "type") + " " + text(row, "view"),
                        text(row, "times"),
                        text(row, "last")));
        page.heading("What was known then");
        page.paragraph("The case as it was known when the decision was recorded.");
        page.table(
                List.of("What", "How it stood"),
                flat(pack.get("knownThen")),
                row -> List.of(text(row, "path"), text(row, "value")));
        page.heading("What came later");
        page.table(
                List.of("What", "Then", "Now"),
                pack.get("cameLater"),
                row -> List.of(text(row, "path"), text(row, "before"), text(row, "after")));
        page.heading("What was withheld, and why");
        page.table(
                List.of("What", "Why", "How often"),
                pack.get("withheld"),
                row -> List.of(text(row, "what"), text(row, "reason"), text(row, "times")));
        page.heading("The events that this rests on");
        page.paragraph("Each is a leaf of the signed log of history. The proofs are in the JSON form of this pack; "
                + "\"hub verify-event\" checks them without asking the Hub.");
        page.table(
                List.of("When", "Event", "Id", "Leaf", "Hash"),
                pack.get("cited"),
                row -> List.of(
                        text(row, "at"),
                        text(row, "type"),
                        text(row, "eventId"),
                        text(row, "leafIndex"),
                        text(row, "leafHash")));
        page.heading("The signed checkpoint");
        page.lines(text(about, "checkpoint"));
        return page.html();
    }

    private static void decision(Page page, JsonNode decision, JsonNode meeting) {
        page.heading("The decision");
        page.paragraph("On " + text(decision, "discussedOn") + " the Hub meeting decided: "
                + words(text(decision, "decision")) + ".");
        page.paragraph("Because: " + text(decision, "rationale"));
        page.paragraph("Weighed: " + words(list(decision.get("options"))) + ". Decided by: "
                + text(decision, "decidedBy") + ".");
        page.table(
                List.of("Who disagreed", "Why"),
                decision.get("dissent"),
                row -> List.of(text(row, "member"), text(row, "reason")));
        page.heading("The meeting");
        page.paragraph("Held on " + text(meeting, "meetsOn") + " at " + text(meeting, "startsAt") + ", "
                + text(meeting, "place") + "; in the chair: " + text(meeting, "chair")
                + ". The agenda was published at "
                + text(meeting, "agendaPublishedAt") + ".");
        page.paragraph("Called: " + list(meeting.get("members")) + ". Present: " + list(meeting.get("present"))
                + ". Apologies: " + list(meeting.get("apologies")) + ". Interests declared in this case: "
                + list(meeting.get("interests")) + ".");
    }

    private static tools.jackson.databind.node.ArrayNode flat(JsonNode node) {
        var rows = tools.jackson.databind.json.JsonMapper.builder().build().createArrayNode();
        flatten("", node, rows);
        return rows;
    }

    private static void flatten(String path, JsonNode node, tools.jackson.databind.node.ArrayNode rows) {
        if (node.isObject()) {
            node.propertyStream()
                    .forEach(p -> flatten(path.isEmpty() ? p.getKey() : path + "." + p.getKey(), p.getValue(), rows));
        } else if (node.isArray()) {
            for (var i = 0; i < node.size(); i++) {
                flatten(path + "[" + (i + 1) + "]", node.get(i), rows);
            }
        } else {
            rows.addObject().put("path", path).put("value", node.asString());
        }
    }

    private static String text(JsonNode node, String field) {
        var value = node.get(field);
        if (value == null || value.isNull()) {
            return "none";
        }
        return value.isValueNode() ? plain(value.asString()) : value.toString();
    }

    /** Days and instants as people write them; instants in London's time. */
    private static String plain(String value) {
        try {
            return switch (value.length()) {
                case 10 -> LocalDate.parse(value).format(DAY);
                case 20, 24, 27, 30 -> Instant.parse(value).atZone(LONDON).format(MOMENT);
                default -> value;
            };
        } catch (DateTimeParseException _) {
            return value;
        }
    }

    private static String list(JsonNode array) {
        var texts = array.valueStream().map(JsonNode::asString).toList();
        return texts.isEmpty() ? "none" : String.join(", ", texts);
    }

    private static String words(String code) {
        return code.toLowerCase(Locale.UK).replace('_', ' ');
    }
}
