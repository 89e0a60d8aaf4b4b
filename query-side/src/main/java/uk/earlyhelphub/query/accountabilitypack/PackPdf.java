package uk.earlyhelphub.query.accountabilitypack;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import uk.earlyhelphub.api.pack.AccountabilityPack;
import uk.earlyhelphub.api.pack.AccountabilityPack.PackDecision;
import uk.earlyhelphub.api.pack.AccountabilityPack.PackMeeting;
import uk.earlyhelphub.api.pack.AccountabilityPack.PackWaiting;
import uk.earlyhelphub.api.pack.EntitlementView;

/** Lays a pack out as a tagged PDF (PDF/UA-1): headings, tables with headers, a language, page numbers. */
final class PackPdf {
    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";

    private PackPdf() {}

    static void write(AccountabilityPack pack, OutputStream out) throws IOException {
        var builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.useFont(() -> font("DejaVuSans.ttf"), "Pack", 400, FontStyle.NORMAL, true);
        builder.useFont(() -> font("DejaVuSans-Bold.ttf"), "Pack", 700, FontStyle.NORMAL, true);
        builder.withHtmlContent(html(pack), "");
        builder.toStream(out);
        builder.run();
    }

    private static InputStream font(String file) {
        return Objects.requireNonNull(PackPdf.class.getResourceAsStream(FONTS + file), file);
    }

    private static String html(AccountabilityPack pack) {
        var about = pack.about();
        var page = new Page("Accountability pack for referral " + about.reference());
        page.paragraph("Made on " + Words.of(about.madeAt()) + " by " + about.madeBy() + ", for: "
                + Words.of(about.profile()) + ". It accounts for one decision of the Hub meeting.");
        decision(page, pack.decision());
        meeting(page, pack.meeting());
        couldSee(page, pack.couldSee());
        covered(page, pack);
        waited(page, pack);
        page.heading("Who has looked since");
        page.table(
                List.of("Who", "Role", "Organisation", "What they did", "Times", "Last"),
                pack.lookedSince(),
                look -> List.of(
                        look.who(),
                        look.role().toLowerCase(java.util.Locale.UK).replace('_', ' '),
                        look.organisation(),
                        look.type() + " " + Words.of(look.view()),
                        Words.of(look.times()),
                        Words.of(look.last())));
        page.heading("What was known then");
        page.paragraph("The case as it was known when the decision was recorded.");
        page.table(
                List.of("What", "How it stood"),
                KnownThenLines.of(pack.knownThen()),
                line -> List.of(line.what(), line.value()));
        page.heading("What came later");
        page.table(
                List.of("What", "Then", "Now"),
                pack.cameLater(),
                d -> List.of(d.path(), Words.day(d.before()), Words.day(d.after())));
        page.heading("What was withheld, and why");
        page.table(
                List.of("What", "Why", "How often"),
                pack.withheld(),
                w -> List.of(w.what(), w.reason(), Words.of(w.times())));
        rests(page, pack);
        return page.html();
    }

    private static void decision(Page page, PackDecision decision) {
        page.heading("The decision");
        page.paragraph(
                "On " + Words.of(decision.discussedOn()) + " the Hub meeting decided: " + Words.of(decision.decision())
                        + "." + (decision.followsAnEarlierOne() ? " It follows an earlier one." : ""));
        page.paragraph("Because: " + decision.rationale());
        page.paragraph(
                "Weighed: " + Words.of(decision.options()) + ". Decided by: " + Words.of(decision.decidedBy()) + ".");
        page.table(List.of("Who disagreed", "Why"), decision.dissent(), d -> List.of(d.member(), d.reason()));
    }

    private static void meeting(Page page, PackMeeting meeting) {
        page.heading("The meeting");
        page.paragraph("Held on " + Words.of(meeting.meetsOn()) + " at " + Words.of(meeting.startsAt()) + ", "
                + meeting.place() + "; in the chair: " + meeting.chair() + ". The agenda was published at "
                + Words.of(meeting.agendaPublishedAt()) + ".");
        page.paragraph("Called: " + Words.of(meeting.members()) + ". Present: " + Words.of(meeting.present())
                + ". Apologies: " + Words.of(meeting.apologies()) + ". Interests declared in this case: "
                + Words.of(meeting.interests()) + ".");
    }

    private static void couldSee(Page page, List<EntitlementView> couldSee) {
        page.heading("What each who was present could see then");
        page.table(
                List.of("Who", "By what right", "What", "Because", "Had opened the case"),
                couldSee,
                one -> List.of(
                        one.actor(),
                        Words.of(one.right()),
                        Words.of(one.extent()),
                        one.because(),
                        one.looked().isEmpty()
                                ? "no record of it"
                                : one.looked().size() + " times, last "
                                        + Words.of(one.looked().getLast())));
    }

    private static void covered(Page page, AccountabilityPack pack) {
        page.heading("Consents and gateways, checked at the moment of each act");
        page.table(
                List.of("When", "What was done", "Covered", "By"),
                pack.consents(),
                act -> List.of(
                        Words.of(act.at()), Words.spaced(act.act()), act.covered() ? "yes" : "NO", Words.of(act.by())));
        page.heading("What was shared, and what was refused");
        page.table(List.of("When", "What"), pack.sharings(), line -> List.of(Words.of(line.at()), line.what()));
    }

    private static void waited(Page page, AccountabilityPack pack) {
        page.heading("What was due");
        page.table(
                List.of("What", "Waited for", "Due on", "Done on", "Missed"),
                pack.deadlines(),
                due -> List.of(
                        due.what(),
                        Words.of(due.waitedFor()),
                        Words.of(due.dueOn()),
                        Words.of(due.metOn()),
                        Words.of(due.missed())));
        page.heading("Who was waited for until the decision");
        page.table(
                List.of("Waited for", "Where it stood", "From", "To"),
                pack.waiting().stretches(),
                s -> List.of(Words.of(s.waitedFor()), Words.of(s.status()), Words.of(s.from()), Words.of(s.to())));
        page.paragraph(days(pack.waiting()));
    }

    private static String days(PackWaiting waiting) {
        return waiting.days().entrySet().stream()
                .map(d -> Words.of(d.getKey()) + " " + d.getValue())
                .collect(Collectors.joining("; ", "In days: ", "."));
    }

    private static void rests(Page page, AccountabilityPack pack) {
        page.heading("The events that this rests on");
        page.paragraph("Each is a leaf of the signed log of history. The proofs are in the JSON form of this pack; "
                + "\"hub verify-event\" checks them without asking the Hub.");
        page.table(
                List.of("When", "Event", "Id", "Leaf", "Hash"),
                pack.cited(),
                event -> List.of(
                        Words.of(event.at()),
                        event.type(),
                        event.eventId(),
                        Words.of(event.leafIndex()),
                        Words.of(event.leafHash())));
        page.heading("The signed checkpoint");
        page.lines(Words.of(pack.about().checkpoint()));
    }
}
