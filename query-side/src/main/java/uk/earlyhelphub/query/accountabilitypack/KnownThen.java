package uk.earlyhelphub.query.accountabilitypack;

import java.util.List;
import uk.earlyhelphub.api.casefile.CasePerson;
import uk.earlyhelphub.api.pack.CaseKnownThen;
import uk.earlyhelphub.api.pack.CaseKnownThen.ComplainantArrival;
import uk.earlyhelphub.api.pack.CaseKnownThen.ComplainantInformation;
import uk.earlyhelphub.api.pack.CaseKnownThen.ComplainantIntake;
import uk.earlyhelphub.api.pack.CaseKnownThen.KnownToComplainant;
import uk.earlyhelphub.api.pack.CaseKnownThen.KnownToInvestigator;
import uk.earlyhelphub.events.referral.InformationRecorded;
import uk.earlyhelphub.model.referral.Intake;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.query.casefile.CaseLayout;
import uk.earlyhelphub.query.casefile.HelpLayout;

/** Lays out a case as it was known, for whom a pack is made. */
final class KnownThen {
    private final Redaction redaction;
    private final CaseLayout<String> layout;
    private final HelpLayout<String> help;

    KnownThen(Redaction redaction) {
        this.redaction = redaction;
        this.layout = new CaseLayout<>(redaction::show);
        this.help = new HelpLayout<>(redaction::show);
    }

    CaseKnownThen of(ReferralState then) {
        return redaction.forComplainant() ? toComplainant(then) : toInvestigator(then);
    }

    private KnownToInvestigator toInvestigator(ReferralState then) {
        return new KnownToInvestigator(
                then.version(),
                layout.intake(then.intake()),
                people(then),
                then.household().information().stream().map(layout::information).toList(),
                help.consents(then.consents()),
                layout.hub(then.hub()),
                help.allocations(then.allocations().all()),
                help.sharings(then.sharings()),
                layout.ending(then.ending()));
    }

    private List<CasePerson<String>> people(ReferralState then) {
        return then.household().people().stream().map(layout::person).toList();
    }

    private KnownToComplainant toComplainant(ReferralState then) {
        return new KnownToComplainant(
                then.version(),
                intake(then.intake()),
                people(then),
                then.household().information().stream().map(this::information).toList(),
                help.consents(then.consents()),
                layout.hub(then.hub()),
                help.allocations(then.allocations().all()),
                help.sharings(then.sharings()),
                layout.ending(then.ending()));
    }

    private ComplainantIntake intake(Intake intake) {
        var came = intake.arrival();
        redaction.withoutFears();
        var shown = redaction.showsReferrer();
        return new ComplainantIntake(
                new ComplainantArrival(
                        came.reference(),
                        shown ? came.channel() : null,
                        came.receivedOn(),
                        came.area(),
                        came.team(),
                        shown ? layout.referrer(came.referrer()) : null,
                        came.familyAware(),
                        layout.text(came.familyNotAwareReason()),
                        came.immediateRisk(),
                        came.child().value(),
                        redaction.show(came.summary()),
                        CaseLayout.needs(came.needs()),
                        layout.text(came.strengths()),
                        layout.text(came.worries()),
                        layout.text(came.childsViews()),
                        layout.text(came.parentsViews()),
                        came.searchId(),
                        came.previousReferral() == null
                                ? null
                                : came.previousReferral().value()),
                intake.clarifications().stream().map(layout::clarification).toList(),
                layout.triages(intake),
                layout.referrerInformed(intake));
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
