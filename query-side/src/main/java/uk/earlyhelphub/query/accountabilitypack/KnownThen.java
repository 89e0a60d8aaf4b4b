package uk.earlyhelphub.query.accountabilitypack;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.api.casefile.CasePerson;
import uk.earlyhelphub.api.casefile.CasePerson.CaseDetailCorrected;
import uk.earlyhelphub.api.pack.CaseKnownThen;
import uk.earlyhelphub.api.pack.CaseKnownThen.ComplainantArrival;
import uk.earlyhelphub.api.pack.CaseKnownThen.ComplainantInformation;
import uk.earlyhelphub.api.pack.CaseKnownThen.ComplainantIntake;
import uk.earlyhelphub.api.pack.CaseKnownThen.KnownToComplainant;
import uk.earlyhelphub.api.pack.CaseKnownThen.KnownToInvestigator;
import uk.earlyhelphub.events.referral.InformationRecorded;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.query.casefile.CaseLayout;
import uk.earlyhelphub.query.casefile.ConsentLayout;
import uk.earlyhelphub.query.casefile.HelpLayout;

/** Lays out a case as it was known, for whom a pack is made. */
final class KnownThen {
    private final Redaction redaction;
    private final CaseLayout<String> layout;
    private final HelpLayout<String> help;
    private final ConsentLayout<String> consents;
    private final @Nullable OwnEntries own;

    /** @param own which entries go in, if it is made for somebody who complains */
    KnownThen(Redaction redaction, @Nullable OwnEntries own) {
        this.own = own;
        this.redaction = redaction;
        this.layout = new CaseLayout<>(redaction::show, redaction::ofTheReferrer);
        this.help = new HelpLayout<>(redaction::show);
        this.consents = new ConsentLayout<>(redaction::show);
    }

    CaseKnownThen of(ReferralState then) {
        return own == null ? toInvestigator(then) : toComplainant(then, own);
    }

    private KnownToInvestigator toInvestigator(ReferralState then) {
        return new KnownToInvestigator(
                then.version(),
                layout.intake(then.intake()),
                then.household().people().stream().map(layout::person).toList(),
                then.household().information().stream().map(layout::information).toList(),
                consents.of(then.consents()),
                layout.hub(then.hub()),
                help.allocations(then.allocations().all()),
                help.sharings(then.sharings()),
                layout.ending(then.ending()));
    }

    private KnownToComplainant toComplainant(ReferralState then, OwnEntries own) {
        redaction.withoutOthers();
        return new KnownToComplainant(
                then.version(),
                new ComplainantIntake(arrival(then, own)),
                own.people(then).stream().map(layout::person).map(this::alone).toList(),
                own.information(then).stream().map(this::information).toList(),
                consents.of(own.consents(then)),
                help.allocations(own.allocations(then)),
                help.sharings(own.sharings(then)));
    }

    private ComplainantArrival arrival(ReferralState then, OwnEntries own) {
        var came = then.intake().arrival();
        var shown = redaction.showsReferrer();
        return new ComplainantArrival(
                came.reference(),
                shown ? came.channel() : null,
                came.receivedOn(),
                came.area(),
                came.team(),
                shown ? layout.referrer(came.referrer()) : null,
                came.child().equals(own.person()) ? came.child().value() : null);
    }

    /** A person with no tie to others, and without what colleagues said of why they put something right. */
    private CasePerson<String> alone(CasePerson<String> p) {
        return new CasePerson<>(
                p.personId(),
                p.part(),
                p.name(),
                p.alsoKnownAs(),
                p.dateOfBirth(),
                p.dueOn(),
                p.gender(),
                p.nhsNumber(),
                p.upn(),
                p.uprn(),
                p.address(),
                p.postcode(),
                p.phone(),
                p.email(),
                p.school(),
                p.gp(),
                p.language(),
                p.interpreterNeeded(),
                p.privateFostering(),
                p.inHousehold(),
                List.of(),
                p.notKnown(),
                p.corrections().stream()
                        .map(c ->
                                new CaseDetailCorrected<>(c.field(), c.was(), c.now(), redaction.reasonOfACorrection()))
                        .toList(),
                List.of(),
                p.privacyNotices());
    }

    private ComplainantInformation information(InformationRecorded i) {
        redaction.withoutSource();
        return new ComplainantInformation(
                i.informationId().value(),
                i.personId().value(),
                i.category(),
                i.kind(),
                redaction.show(i.text()),
                i.statedOn());
    }
}
