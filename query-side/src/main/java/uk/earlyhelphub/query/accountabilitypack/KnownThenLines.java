package uk.earlyhelphub.query.accountabilitypack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.api.casefile.CaseInformation;
import uk.earlyhelphub.api.casefile.CaseIntake.CaseArrival;
import uk.earlyhelphub.api.casefile.CaseIntake.CaseClarification;
import uk.earlyhelphub.api.casefile.CaseIntake.CaseInformationSupplied;
import uk.earlyhelphub.api.casefile.CaseIntake.CaseNeed;
import uk.earlyhelphub.api.casefile.CaseIntake.CaseReferrer;
import uk.earlyhelphub.api.casefile.CaseIntake.CaseReferrerInformed;
import uk.earlyhelphub.api.casefile.CaseIntake.CaseTriage;
import uk.earlyhelphub.api.casefile.CasePerson;
import uk.earlyhelphub.api.pack.CaseKnownThen;
import uk.earlyhelphub.api.pack.CaseKnownThen.ComplainantArrival;
import uk.earlyhelphub.api.pack.CaseKnownThen.ComplainantInformation;
import uk.earlyhelphub.api.pack.CaseKnownThen.KnownToComplainant;
import uk.earlyhelphub.api.pack.CaseKnownThen.KnownToInvestigator;

/** A case as it was known, told in two columns: everything that the pack holds of it, in words. */
final class KnownThenLines {
    private final Lines lines = new Lines();

    private KnownThenLines() {}

    /** One of them. */
    record Line(String what, String value) {}

    /** Lines as they come; what is not there makes none. */
    static final class Lines {
        private final List<Line> all = new ArrayList<>();

        void add(String what, @Nullable Object value) {
            if (value != null && !(value instanceof List<?> several && several.isEmpty())) {
                all.add(new Line(what, value instanceof String text ? Words.day(text) : Words.of(value)));
            }
        }

        List<Line> all() {
            return List.copyOf(all);
        }
    }

    static List<Line> of(CaseKnownThen known) {
        var told = new KnownThenLines();
        switch (known) {
            case KnownToInvestigator i -> {
                told.arrival(i.intake().received());
                told.handled(
                        i.intake().clarifications(),
                        i.intake().triages(),
                        i.intake().referrerInformed());
                i.people().forEach(told::person);
                i.information().forEach(told::information);
            }
            case KnownToComplainant c -> {
                told.arrival(c.intake().received());
                c.people().forEach(told::person);
                c.information().forEach(told::information);
            }
        }
        new HelpLines(told.lines).of(known);
        told.lines.add("Version", known.version());
        return told.lines.all();
    }

    private void arrival(CaseArrival<String> a) {
        lines.add("Reference", a.reference());
        lines.add("It came by", a.channel());
        lines.add("Received on", a.receivedOn());
        lines.add("Area", a.area());
        lines.add("Team", a.team());
        referrer(a.referrer());
        lines.add("The family knew of it", a.familyAware());
        lines.add("Why the family did not know", a.familyNotAwareReason());
        lines.add("Immediate risk", a.immediateRisk());
        lines.add("Chiefly about", a.child());
        lines.add("Why they were referred", a.summary());
        needs(a.needs());
        lines.add("Strengths", a.strengths());
        lines.add("Worries", a.worries());
        lines.add("The child's views", a.childsViews());
        lines.add("The parents' views", a.parentsViews());
        lines.add("What somebody must not learn", a.mustNotSee());
        lines.add("Agencies kept out", a.excludedAgencies());
        lines.add("The search before it", a.searchId());
        lines.add("The referral before it", a.previousReferral());
    }

    private void arrival(ComplainantArrival a) {
        lines.add("Reference", a.reference());
        lines.add("It came by", a.channel());
        lines.add("Received on", a.receivedOn());
        lines.add("Area", a.area());
        lines.add("Team", a.team());
        if (a.referrer() != null) {
            referrer(a.referrer());
        }
        lines.add("Chiefly about", a.child());
    }

    private void referrer(CaseReferrer<String> r) {
        lines.add("The referrer", r.kind());
        lines.add("The referrer's id", r.personId());
        lines.add("The referrer's name", r.name());
        lines.add("How to reach the referrer", r.contact());
        lines.add("The referrer's organisation", r.organisation());
        lines.add("The referrer stays anonymous to the family", r.anonymousToFamily());
    }

    private void needs(List<CaseNeed> needs) {
        needs.forEach(n -> lines.add("Need: " + Words.of(n.domain()), n.score() == null ? "not scored" : n.score()));
    }

    private void answered(CaseInformationSupplied<String> answer) {
        lines.add("The referrer answered on", answer.suppliedOn());
        lines.add("Supplied", answer.supplied());
        lines.add("Answered in words", answer.note());
    }

    private void handled(
            List<CaseClarification<String>> clarifications,
            List<CaseTriage<String>> triages,
            List<CaseReferrerInformed<String>> informed) {
        for (var c : clarifications) {
            lines.add("The referrer was asked on", c.asked().returnedOn());
            lines.add("Asked for", c.asked().missing());
            lines.add("Asked in words", c.asked().note());
            lines.add("Needed by", c.asked().neededBy());
            c.answers().forEach(this::answered);
            if (c.supplied() != null && !c.answers().contains(c.supplied())) {
                answered(c.supplied());
            }
            lines.add("Not answered", c.unanswered());
        }
        for (var t : triages) {
            lines.add("Level of need", t.level());
            lines.add("Set on", t.triagedOn());
            lines.add("To be set by", t.dueOn());
            lines.add("Because", t.rationale());
        }
        for (var i : informed) {
            lines.add("The referrer was told on", i.informedOn());
            lines.add("Told by", i.method());
            lines.add("Told", i.what());
        }
    }

    private void person(CasePerson<String> p) {
        lines.add("Somebody of the family", p.personId());
        lines.add("Their part", p.part());
        lines.add("Their name", p.name());
        lines.add("Also known as", p.alsoKnownAs());
        lines.add("Born on", p.dateOfBirth());
        lines.add("Expected on", p.dueOn());
        lines.add("Gender", p.gender());
        lines.add("NHS number", p.nhsNumber());
        lines.add("UPN", p.upn());
        lines.add("UPRN", p.uprn());
        lines.add("Address", p.address());
        lines.add("Postcode", p.postcode());
        lines.add("Phone", p.phone());
        lines.add("Email", p.email());
        lines.add("School", p.school());
        lines.add("GP", p.gp());
        lines.add("Language", p.language());
        lines.add("Needs an interpreter", p.interpreterNeeded());
        lines.add("Privately fostered", p.privateFostering());
        lines.add("In the household", p.inHousehold());
        p.relationships()
                .forEach(r -> lines.add(
                        "Stands to " + r.to() + " as",
                        r.kind() + "; parental responsibility: " + Words.of(r.parentalResponsibility())));
        lines.add("Not known of them", p.notKnown());
        for (var c : p.corrections()) {
            lines.add(
                    "Put right: " + c.field().toLowerCase(Locale.UK),
                    Words.day(c.was()) + " became " + Words.day(c.now()));
            lines.add("Put right because", c.reason());
        }
        lines.add("Recognised as", p.recognisedAs());
        p.privacyNotices()
                .forEach(n -> lines.add(
                        "Privacy notice", n.noticeVersion() + ", " + n.method() + ", " + Words.of(n.givenOn())));
    }

    private void information(CaseInformation<String> i) {
        recorded(i.informationId(), i.personId(), i.category(), i.kind());
        lines.add("What it says", i.text());
        lines.add("Who told it", i.source());
        lines.add("Said on", i.statedOn());
    }

    private void information(ComplainantInformation i) {
        recorded(i.informationId(), i.personId(), i.category(), i.kind());
        lines.add("What it says", i.text());
        lines.add("Said on", i.statedOn());
    }

    private void recorded(String id, String person, Enum<?> category, String kind) {
        lines.add("Information", id);
        lines.add("About", person);
        lines.add("Category", category);
        lines.add("Kind", kind);
    }
}
