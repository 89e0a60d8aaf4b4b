package uk.earlyhelphub.query.accountabilitypack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import uk.earlyhelphub.api.casefile.CasePerson;
import uk.earlyhelphub.api.casefile.CaseReader;
import uk.earlyhelphub.api.casefile.ConsentCheckView.CheckedAct;
import uk.earlyhelphub.api.pack.AccountabilityPack;
import uk.earlyhelphub.api.pack.AccountabilityPack.PackAbout;
import uk.earlyhelphub.api.pack.AccountabilityPack.PackCited;
import uk.earlyhelphub.api.pack.AccountabilityPack.PackDeadline;
import uk.earlyhelphub.api.pack.AccountabilityPack.PackDecision;
import uk.earlyhelphub.api.pack.AccountabilityPack.PackDissent;
import uk.earlyhelphub.api.pack.AccountabilityPack.PackMeeting;
import uk.earlyhelphub.api.pack.AccountabilityPack.PackStretch;
import uk.earlyhelphub.api.pack.AccountabilityPack.PackWaitedFor;
import uk.earlyhelphub.api.pack.AccountabilityPack.PackWaiting;
import uk.earlyhelphub.api.pack.AccountabilityPack.PackWithheld;
import uk.earlyhelphub.api.pack.CaseKnownThen;
import uk.earlyhelphub.api.pack.CaseKnownThen.KnownToInvestigator;
import uk.earlyhelphub.api.pack.EntitlementView;
import uk.earlyhelphub.api.pack.EntitlementView.EntitledBy;
import uk.earlyhelphub.api.pack.EntitlementView.EntitledTo;
import uk.earlyhelphub.api.pack.PackProfile;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.referral.HubDecision;
import uk.earlyhelphub.events.referral.ReferralStatus;
import uk.earlyhelphub.query.fixture.Filled;

class PackPdfTest {
    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");
    private static final PersonId LEO = new PersonId("371f1b81-36f4-47a2-a042-d96069466b94");

    private static AccountabilityPack pack(String rationale, int cited) {
        return new AccountabilityPack(
                new PackAbout(
                        "r",
                        "EH-1234-5678-9",
                        "d",
                        PackProfile.INVESTIGATOR,
                        null,
                        AT,
                        "Ines",
                        CaseReader.BREAK_GLASS,
                        "hub.local/history\n7\nroot\n\n\u2014 hub.local/history sig\n"),
                new PackDecision(
                        LocalDate.of(2026, 11, 23),
                        AT,
                        HubDecision.ALLOCATE,
                        List.of(HubDecision.ALLOCATE, HubDecision.SIGNPOST),
                        rationale,
                        "carol",
                        List.of(new PackDissent("hv", "I would wait.")),
                        false),
                new PackMeeting(
                        "m",
                        LocalDate.of(2026, 11, 23),
                        LocalTime.of(9, 30),
                        "Room 2",
                        "carol",
                        List.of("Maya (afc)"),
                        List.of("carol", "hv"),
                        List.of(),
                        AT,
                        List.of()),
                List.of(new EntitlementView(
                        "hv",
                        null,
                        null,
                        null,
                        EntitledBy.HUB_MEMBER,
                        EntitledTo.COVERED_BY_CONSENT,
                        List.of(LEO.value()),
                        "They were called.",
                        List.of(AT))),
                List.of(new CheckedAct("e", "DiscussedAtHub", AT, false, List.of(), List.of(LEO.value()))),
                List.of(),
                List.of(new PackDeadline(
                        "A level of need", PackWaitedFor.HUB, LocalDate.of(2026, 11, 24), null, false)),
                new PackWaiting(
                        Map.of(PackWaitedFor.HUB, 1.5),
                        List.of(new PackStretch(PackWaitedFor.HUB, ReferralStatus.IN_TRIAGE, AT, AT))),
                List.of(),
                known("Leo O'Brien-N\u00ed \u00d3'\u0160"),
                List.of(),
                Collections.nCopies(
                        cited,
                        new PackCited(
                                "1.2.3",
                                "371f1b81-36f4-47a2-a042-d96069466b94",
                                "Referral.ConsentGiven",
                                AT,
                                3L,
                                "leaf",
                                "UP3gW9m7t0T3n7qkEF0wX5mVh1m5s2wq0b5S9B5o8nA=",
                                "proof")),
                List.of(new PackWithheld("Texts", "Nothing ties this reader.", 3)));
    }

    private static CaseKnownThen known(String name) {
        var filled = new Filled();
        var known = filled.of(KnownToInvestigator.class);
        var person = known.people().getFirst();
        return new KnownToInvestigator(
                known.version(),
                known.intake(),
                List.of(
                        person,
                        new CasePerson<>(
                                person.personId(),
                                person.part(),
                                name,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                person.interpreterNeeded(),
                                person.privateFostering(),
                                true,
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of())),
                known.information(),
                known.consents(),
                known.hub(),
                known.allocations(),
                known.sharings(),
                known.ending());
    }

    private static byte[] pdf(AccountabilityPack pack) throws Exception {
        var out = new ByteArrayOutputStream();
        PackPdf.write(pack, out);
        return out.toByteArray();
    }

    @Test
    void it_is_accessible_as_pdf_ua_asks() throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        var pdf = pdf(pack("One service can meet both needs.", 120));
        var foundry = Foundries.defaultInstance();
        try (var parser = foundry.createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
                var validator = foundry.createValidator(PDFAFlavour.PDFUA_1, false)) {
            var result = validator.validate(parser);
            assertThat(result.getFailedChecks()).isEmpty();
            assertThat(result.isCompliant()).isTrue();
        }
    }

    @Test
    void its_pages_are_numbered_and_every_text_is_there() throws Exception {
        try (var document =
                Loader.loadPDF(pdf(pack("She said: <b>\"yes\" & 'no'\u0007</b> \u2014 \u017d\u00ed", 120)))) {
            var text = new PDFTextStripper().getText(document);
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
            assertThat(text)
                    .contains("Page 1 of " + document.getNumberOfPages())
                    .contains("<b>\"yes\" & 'no'")
                    .contains("\u017d\u00ed")
                    .contains("Leo O'Brien-N\u00ed \u00d3'\u0160")
                    .contains("Nothing is on record.");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
        }
    }

    /** To lay out a word without an end takes its length squared; parted, it takes no longer than other text. */
    @Test
    void a_word_without_an_end_may_be_parted_and_is_there_whole() throws Exception {
        var word = "abcdefghij".repeat(2_000);
        assertThat(Page.escaped("two words " + word).split("\u200b")).allMatch(part -> part.length() <= 70);
        assertThat(Page.escaped("&" + "x".repeat(59) + " y")).doesNotContain("\u200b");
        try (var document = Loader.loadPDF(pdf(pack(word, 1)))) {
            assertThat(new PDFTextStripper()
                            .getText(document)
                            .replaceAll("[\\s\u200b]", "")
                            .replaceAll("Page\\d+of\\d+", ""))
                    .contains(word);
        }
    }
}
