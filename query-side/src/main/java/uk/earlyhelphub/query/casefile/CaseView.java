package uk.earlyhelphub.query.casefile;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.referral.PartInFamily;
import uk.earlyhelphub.model.access.AccessRight;
import uk.earlyhelphub.model.access.DisclosureScope;
import uk.earlyhelphub.model.referral.Household;
import uk.earlyhelphub.model.referral.NeededBeforeHub;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.personaldata.LoggedAccess;
import uk.earlyhelphub.platform.engine.EventCodec;
import uk.earlyhelphub.query.access.CaseAccess;
import uk.earlyhelphub.query.access.Reveal;

/** Lays a case out for a reader, as far as their scope goes, with what it still needs before the Hub. */
final class CaseView {
    private static final JsonMapper JSON = EventCodec.mapper();
    private static final List<String> NOT_FOR_THE_TABLE =
            List.of("referrer", "mustNotSee", "excludedAgencies", "searchId", "previousReferral", "channel");
    private static final List<String> ABOUT_THE_CHILD = List.of("summary", "strengths", "worries", "childsViews");

    private final Reveal reveal;
    private final AccessRight right;
    private final DisclosureScope scope;
    private final String organisation;
    private final LoggedAccess access;

    CaseView(Reveal reveal, CaseAccess.Opened opened) {
        this.reveal = reveal;
        this.right = opened.right();
        this.scope = opened.scope();
        this.organisation = opened.reader().organisation();
        this.access = opened.access();
    }

    ObjectNode of(ReferralId id, ReferralState state, LocalDate today) {
        var view = JSON.createObjectNode();
        view.put("id", id.value());
        view.put("reference", state.intake().arrival().reference());
        view.put("version", state.version());
        view.put("status", state.status(today).name());
        view.put("seenAs", right.name());
        return switch (right) {
            case PROVIDER -> forProvider(view, state);
            case HUB_MEMBER -> forHubMember(view, state);
            case TEAM, BREAK_GLASS, DATA_PROTECTION, INVESTIGATION, AUDIT -> whole(view, state, today);
            case RECIPIENT -> throw new IllegalStateException("A recipient sees what was shared, not the case");
        };
    }

    private ObjectNode whole(ObjectNode view, ReferralState state, LocalDate today) {
        var needs = view.putArray("neededBeforeHub");
        NeededBeforeHub.of(state, today).forEach(needs::add);
        view.set("intake", ReferrerShown.settled(show(state.intake()), right.seesContent()));
        var people = view.putArray("people");
        state.household().people().forEach(p -> people.add(recorded(p)));
        view.set("information", show(state.household().information()));
        view.set("consents", show(state.consents()));
        view.set("hub", show(state.hub()));
        view.set("allocations", show(state.allocations().all()));
        view.set("sharings", show(state.sharings()));
        view.set("ending", show(state.ending()));
        return view;
    }

    /** A provider sees the people it works with, its own allocations, and why the family was referred if it works with that child. */
    private ObjectNode forProvider(ObjectNode view, ReferralState state) {
        var people = view.putArray("people");
        state.household().people().stream()
                .filter(p -> scope.shows(p.personId()))
                .forEach(p -> people.add(asFarAsShown(p)));
        if (scope.shows(state.intake().child())) {
            view.put("summary", reveal.text(access, state.intake().arrival().summary()));
        }
        view.set("allocations", show(state.allocations().liveOf(organisation)));
        return view;
    }

    /**
     * A member of the meeting sees of each person only what that person's own consent, or a recorded gateway, lets the Hub
     * discuss (R9), and what was said about the child or by the parents only if it covers them. Who referred, and whom the family
     * fears, is not for the table.
     */
    private ObjectNode forHubMember(ObjectNode view, ReferralState state) {
        var arrival = (ObjectNode) JSON.valueToTree(state.intake().arrival());
        arrival.remove(NOT_FOR_THE_TABLE);
        if (!scope.shows(state.intake().child())) {
            arrival.remove(ABOUT_THE_CHILD);
        }
        if (!allParentsShown(state)) {
            arrival.remove("parentsViews");
        }
        view.set("referral", reveal.tree(access, arrival));
        view.set("triages", show(state.intake().triages()));
        var people = view.putArray("people");
        for (var person : state.household().people()) {
            if (scope.shows(person.personId())) {
                people.add(asFarAsShown(person));
            } else {
                people.addObject()
                        .put("personId", person.personId().value())
                        .put("part", person.added().part().name());
            }
        }
        var information = view.putArray("information");
        state.household().information().stream()
                .filter(i -> scope.shows(i.personId()))
                .map(i -> ((ObjectNode) JSON.valueToTree(i)).without(List.of("source")))
                .forEach(i -> information.add(reveal.tree(access, i)));
        view.set("hub", show(state.hub()));
        return view;
    }

    private boolean allParentsShown(ReferralState state) {
        return state.household().people().stream()
                .filter(p -> p.added().part() == PartInFamily.PARENT_OR_CARER)
                .allMatch(p -> scope.shows(p.personId()));
    }

    private JsonNode show(Object model) {
        return right.seesContent() ? reveal.tree(access, model) : reveal.skeleton(model);
    }

    /** A person with their past: as recorded first, with every correction since. */
    private ObjectNode recorded(Household.Person person) {
        var now = (ObjectNode) show(asTheyStand(person));
        now.set("corrections", show(person.corrections()));
        now.set("recognisedAs", show(person.sameAs()));
        now.set("privacyNotices", show(person.notices()));
        return now;
    }

    /** What a scope shows of a person: nothing of what stood there before, and no tie to people whom it does not show. */
    private ObjectNode asFarAsShown(Household.Person person) {
        var now = asTheyStand(person);
        now.retain(shown(now.propertyNames()));
        if (now.has("relationships")) {
            var ties = JSON.createArrayNode();
            now.get("relationships").valueStream().filter(this::isShown).forEach(ties::add);
            now.set("relationships", ties);
        }
        return (ObjectNode) show(now);
    }

    private List<String> shown(Collection<String> details) {
        return details.stream().filter(scope::showsDetail).toList();
    }

    private boolean isShown(JsonNode relationship) {
        return scope.shows(new PersonId(relationship.get("to").asString()));
    }

    /** A person as they stand, sealed. */
    private static ObjectNode asTheyStand(Household.Person person) {
        var now = (ObjectNode) JSON.valueToTree(person.added());
        now.remove("referralId");
        for (var correction : person.corrections()) {
            now.set(correction.field(), JSON.valueToTree(correction.now()));
        }
        return now;
    }
}
