package uk.earlyhelphub.query.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.api.casefile.CasePerson.CaseRelationship;
import uk.earlyhelphub.api.casefile.CaseReader;
import uk.earlyhelphub.api.casefile.CaseView;
import uk.earlyhelphub.api.casefile.EarlierReferral;
import uk.earlyhelphub.api.casefile.HubMemberCaseView;
import uk.earlyhelphub.api.casefile.HubMemberCaseView.TableInformation;
import uk.earlyhelphub.api.casefile.HubMemberCaseView.TablePerson;
import uk.earlyhelphub.api.casefile.HubMemberCaseView.TableReferral;
import uk.earlyhelphub.api.casefile.ProviderCaseView;
import uk.earlyhelphub.api.casefile.ProviderCaseView.VisitedPerson;
import uk.earlyhelphub.api.casefile.RelativeCaseView;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.PartInFamily;
import uk.earlyhelphub.events.referral.PersonDetail;
import uk.earlyhelphub.model.access.AccessRight;
import uk.earlyhelphub.model.access.DisclosureScope;
import uk.earlyhelphub.model.consent.Ages;
import uk.earlyhelphub.model.referral.Household;
import uk.earlyhelphub.model.referral.HubJourney;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.query.access.Reveal;

/** Lays a case out for a reader, as far as their scope goes, with what it still needs before the Hub. */
final class CaseViews {
    private final AccessRight right;
    private final DisclosureScope scope;
    private final String organisation;
    private final Ages ages;
    private final Function<ProtectedText, String> reveal;

    /**
     * @param right by which the reader was let in
     * @param organisation for which they work
     * @param ages whose parents can no longer consent for them
     * @param reveal shows a text to a reader who may see it
     */
    CaseViews(
            AccessRight right,
            DisclosureScope scope,
            String organisation,
            Ages ages,
            Function<ProtectedText, String> reveal) {
        this.right = right;
        this.scope = scope;
        this.organisation = organisation;
        this.ages = ages;
        this.reveal = reveal;
    }

    /** The case on a day, as it is now. */
    CaseView now(ReferralId id, ReferralState state, LocalDate day, @Nullable List<EarlierReferral> earlier) {
        return of(new CaseHead(id, state, ages, day, null, earlier));
    }

    /** The case on a day, as it was at an instant. */
    CaseView then(ReferralId id, ReferralState state, LocalDate day, @Nullable Instant asAt) {
        return of(new CaseHead(id, state, ages, day, asAt, null));
    }

    private CaseView of(CaseHead head) {
        return switch (right) {
            case TEAM -> WholeCaseViews.forTeam(head, reveal);
            case BREAK_GLASS -> WholeCaseViews.inEmergency(head, reveal);
            case DATA_PROTECTION -> WholeCaseViews.skeleton(head, CaseReader.DATA_PROTECTION);
            case INVESTIGATION -> WholeCaseViews.skeleton(head, CaseReader.INVESTIGATION);
            case AUDIT -> WholeCaseViews.skeleton(head, CaseReader.AUDIT);
            case RELATIVE_IN_EMERGENCY -> forRelative(head);
            case PROVIDER -> forProvider(head);
            case HUB_MEMBER -> forHubMember(head);
            case RECIPIENT -> throw new IllegalStateException("A recipient sees what was shared, not the case");
        };
    }

    /**
     * A provider sees the people it works with, its own allocations, and why the family was referred if it works with that child
     * and nobody in the case is left uncovered: a summary tells of them all.
     */
    private ProviderCaseView forProvider(CaseHead head) {
        var state = head.state();
        return new ProviderCaseView(
                head.id().value(),
                head.reference(),
                state.version(),
                head.status(),
                CaseReader.PROVIDER,
                state.household().people().stream()
                        .filter(p -> scope.shows(p.personId()))
                        .map(this::visited)
                        .toList(),
                ofTheChild(state) ? reveal.apply(state.intake().arrival().summary()) : null,
                new HelpLayout<>(reveal).allocations(state.allocations().liveOf(organisation)));
    }

    private VisitedPerson visited(Household.Person person) {
        return new VisitedPerson(
                person.personId().value(),
                person.added().part(),
                shown(person, PersonDetail.NAME),
                shown(person, PersonDetail.ALSO_KNOWN_AS),
                shown(person, PersonDetail.DATE_OF_BIRTH),
                shown(person, PersonDetail.DUE_ON),
                shown(person, PersonDetail.ADDRESS),
                shown(person, PersonDetail.POSTCODE),
                shown(person, PersonDetail.PHONE),
                shown(person, PersonDetail.EMAIL),
                shown(person, PersonDetail.SCHOOL),
                shown(person, PersonDetail.LANGUAGE),
                person.added().interpreterNeeded(),
                person.inHousehold(),
                ties(person));
    }

    /**
     * A member of the meeting sees of each person only what that person's own consent, or a recorded gateway, lets the Hub
     * discuss (R9), and what was said about the child or by the parents only if it covers them. Who referred, and whom the family
     * fears, or why the family does not know of it, is not for the table.
     */
    private HubMemberCaseView forHubMember(CaseHead head) {
        var state = head.state();
        var layout = new CaseLayout<>(reveal, text -> Reveal.SEALED);
        var ofTheChild = ofTheChild(state);
        return new HubMemberCaseView(
                head.id().value(),
                head.reference(),
                state.version(),
                head.status(),
                CaseReader.HUB_MEMBER,
                forTheTable(state),
                ofTheChild ? layout.triages(state.intake()) : List.of(),
                state.household().people().stream().map(this::atTheTable).toList(),
                informationWithoutSource(state),
                layout.hub(ofTheChild ? state.hub() : HubJourney.NONE));
    }

    private List<TableInformation> informationWithoutSource(ReferralState state) {
        return state.household().information().stream()
                .filter(i -> scope.shows(i.personId()))
                .map(i -> new TableInformation(
                        i.informationId().value(),
                        i.personId().value(),
                        i.category(),
                        i.kind(),
                        reveal.apply(i.text()),
                        i.statedOn()))
                .toList();
    }

    /**
     * Whoever comes to the help of their own family sees who they are, what is feared, and what helps them now. Who spoke of the
     * family, and who must not see it, would be told to the family.
     */
    private RelativeCaseView forRelative(CaseHead head) {
        var state = head.state();
        return new RelativeCaseView(
                head.id().value(),
                head.reference(),
                state.version(),
                head.status(),
                CaseReader.RELATIVE_IN_EMERGENCY,
                forTheTable(state),
                state.household().people().stream()
                        .filter(p -> scope.shows(p.personId()))
                        .map(this::visited)
                        .toList(),
                informationWithoutSource(state),
                new HelpLayout<>(reveal).allocations(state.allocations().live()));
    }

    private TableReferral forTheTable(ReferralState state) {
        var came = state.intake().arrival();
        var ofTheChild = ofTheChild(state);
        return new TableReferral(
                came.reference(),
                came.receivedOn(),
                came.area(),
                came.team(),
                came.familyAware(),
                came.immediateRisk(),
                came.child().value(),
                revealIf(ofTheChild, came.summary()),
                CaseLayout.needs(came.needs()),
                revealIf(ofTheChild, came.strengths()),
                revealIf(ofTheChild, came.worries()),
                revealIf(ofTheChild, came.childsViews()),
                revealIf(ofTheChild && allParentsShown(state), came.parentsViews()));
    }

    private TablePerson atTheTable(Household.Person person) {
        if (!scope.shows(person.personId())) {
            return new TablePerson(
                    person.personId().value(), person.added().part(), null, null, null, null, null, null);
        }
        return new TablePerson(
                person.personId().value(),
                person.added().part(),
                shown(person, PersonDetail.NAME),
                shown(person, PersonDetail.DATE_OF_BIRTH),
                shown(person, PersonDetail.DUE_ON),
                shown(person, PersonDetail.SCHOOL),
                person.inHousehold(),
                ties(person));
    }

    /** Whether what was said about the child, and with it about the family, may be shown: nobody can take it apart by person. */
    private boolean ofTheChild(ReferralState state) {
        return scope.ofTheFamily() && scope.shows(state.intake().child());
    }

    private boolean allParentsShown(ReferralState state) {
        return state.household().people().stream()
                .filter(p -> p.added().part() == PartInFamily.PARENT_OR_CARER)
                .allMatch(p -> scope.shows(p.personId()));
    }

    /** A detail as it stands, if the scope shows it: nothing of what stood there before. */
    private @Nullable String shown(Household.Person person, PersonDetail detail) {
        return revealIf(scope.showsDetail(detail.field()), person.standing(detail));
    }

    private @Nullable String revealIf(boolean may, @Nullable ProtectedText text) {
        return may && text != null ? reveal.apply(text) : null;
    }

    /** No tie to people whom the scope does not show. */
    private List<CaseRelationship> ties(Household.Person person) {
        return CaseLayout.relationships(
                person.relationships().stream().filter(r -> scope.shows(r.to())).toList());
    }
}
