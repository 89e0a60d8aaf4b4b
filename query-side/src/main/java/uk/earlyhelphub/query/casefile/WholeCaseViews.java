package uk.earlyhelphub.query.casefile;

import java.util.function.Function;
import uk.earlyhelphub.api.casefile.CaseReader;
import uk.earlyhelphub.api.casefile.EmergencyCaseView;
import uk.earlyhelphub.api.casefile.SealedText;
import uk.earlyhelphub.api.casefile.SkeletonCaseView;
import uk.earlyhelphub.api.casefile.TeamCaseView;
import uk.earlyhelphub.events.privacy.ProtectedText;

/**
 * Lays out the whole of a case: for its team, for whoever opened it in an emergency, and without texts for those who account for it.
 */
final class WholeCaseViews {
    private WholeCaseViews() {}

    static TeamCaseView forTeam(CaseHead head, Function<ProtectedText, String> reveal) {
        var state = head.state();
        var layout = new CaseLayout<>(reveal, Function.identity());
        var help = new HelpLayout<>(reveal);
        var consents = new ConsentLayout<>(reveal);
        return new TeamCaseView(
                head.id().value(),
                head.reference(),
                state.version(),
                head.status(),
                CaseReader.TEAM,
                head.asAt(),
                head.needs(),
                layout.intake(state.intake()),
                state.household().people().stream().map(layout::person).toList(),
                state.household().information().stream()
                        .map(layout::information)
                        .toList(),
                consents.of(state.consents()),
                layout.hub(state.hub()),
                help.allocations(state.allocations().all()),
                help.sharings(state.sharings()),
                layout.ending(state.ending()),
                head.earlier());
    }

    static EmergencyCaseView inEmergency(CaseHead head, Function<ProtectedText, String> reveal) {
        var state = head.state();
        var layout = new CaseLayout<>(reveal, Function.identity());
        var help = new HelpLayout<>(reveal);
        var consents = new ConsentLayout<>(reveal);
        return new EmergencyCaseView(
                head.id().value(),
                head.reference(),
                state.version(),
                head.status(),
                CaseReader.BREAK_GLASS,
                head.asAt(),
                head.needs(),
                layout.intake(state.intake()),
                state.household().people().stream().map(layout::person).toList(),
                state.household().information().stream()
                        .map(layout::information)
                        .toList(),
                consents.of(state.consents()),
                layout.hub(state.hub()),
                help.allocations(state.allocations().all()),
                help.sharings(state.sharings()),
                layout.ending(state.ending()));
    }

    static SkeletonCaseView skeleton(CaseHead head, CaseReader seenAs) {
        var state = head.state();
        var layout = new CaseLayout<>(text -> SealedText.SEALED, text -> SealedText.SEALED);
        var help = new HelpLayout<>(text -> SealedText.SEALED);
        var consents = new ConsentLayout<>(text -> SealedText.SEALED);
        return new SkeletonCaseView(
                head.id().value(),
                head.reference(),
                state.version(),
                head.status(),
                seenAs,
                head.asAt(),
                head.needs(),
                layout.intake(state.intake()),
                state.household().people().stream().map(layout::person).toList(),
                state.household().information().stream()
                        .map(layout::information)
                        .toList(),
                consents.of(state.consents()),
                layout.hub(state.hub()),
                help.allocations(state.allocations().all()),
                help.sharings(state.sharings()),
                layout.ending(state.ending()));
    }
}
