package uk.earlyhelphub.query.casefile;

import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.model.referral.Household;
import uk.earlyhelphub.model.referral.NeededBeforeHub;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.personaldata.LoggedAccess;
import uk.earlyhelphub.platform.engine.EventCodec;
import uk.earlyhelphub.query.access.CaseAccess;
import uk.earlyhelphub.query.access.Relationship;
import uk.earlyhelphub.query.access.Reveal;

/** Lays a case out for a reader, with what it still needs before the Hub. */
final class CaseView {
    private static final JsonMapper JSON = EventCodec.mapper();
    private static final List<String> FOR_THE_TABLE =
            List.of("personId", "part", "name", "dateOfBirth", "dueOn", "school", "inHousehold", "relationships");
    private final Reveal reveal;
    private final CaseAccess.Opened opened;
    private final LoggedAccess access;

    CaseView(Reveal reveal, CaseAccess.Opened opened) {
        this.reveal = reveal;
        this.opened = opened;
        this.access = opened.access();
    }

    ObjectNode of(ReferralId id, ReferralState state, LocalDate today) {
        var relationship = opened.relationship();
        var view = JSON.createObjectNode();
        view.put("id", id.value());
        view.put("reference", state.intake().arrival().reference());
        view.put("version", state.version());
        view.put("status", state.status(today).name());
        view.put("seenAs", relationship.name());
        var needs = view.putArray("neededBeforeHub");
        NeededBeforeHub.of(state, today).forEach(needs::add);
        if (relationship == Relationship.PROVIDER) {
            return forProvider(view, state);
        }
        if (relationship == Relationship.HUB_MEMBER) {
            return forHubMember(view, state);
        }
        view.set("intake", show(relationship, state.intake()));
        view.set("people", people(relationship, state));
        view.set("information", show(relationship, state.household().information()));
        view.set("consents", show(relationship, state.consents()));
        view.set("hub", show(relationship, state.hub()));
        view.set("allocations", show(relationship, state.allocations().all()));
        view.set("sharings", show(relationship, state.sharings()));
        view.set("ending", show(relationship, state.ending()));
        return view;
    }

    /** A provider sees the people it works with, why the family was referred, and its own allocations. */
    private ObjectNode forProvider(ObjectNode view, ReferralState state) {
        var people = view.putArray("people");
        state.household().people().stream()
                .filter(p -> opened.scope().shows(p.personId()))
                .forEach(p -> people.add(person(Relationship.PROVIDER, p)));
        view.put("summary", reveal.text(access, state.intake().arrival().summary()));
        view.set(
                "allocations",
                show(
                        Relationship.PROVIDER,
                        state.allocations().liveOf(opened.reader().organisation())));
        return view;
    }

    /**
     * A member of the meeting sees why the family was referred, and of each person only what that person's own consent, or a
     * recorded gateway, lets the Hub discuss (R9). Who referred, and whom the family fears, is not for the table.
     */
    private ObjectNode forHubMember(ObjectNode view, ReferralState state) {
        var arrival = (ObjectNode) show(Relationship.HUB_MEMBER, state.intake().arrival());
        arrival.remove(List.of("referrer", "mustNotSee", "excludedAgencies", "searchId", "previousReferral"));
        view.set("referral", arrival);
        view.set("triages", show(Relationship.HUB_MEMBER, state.intake().triages()));
        var people = view.putArray("people");
        for (var person : state.household().people()) {
            if (opened.scope().shows(person.personId())) {
                people.add(person(Relationship.HUB_MEMBER, person).retain(FOR_THE_TABLE));
            } else {
                people.addObject()
                        .put("personId", person.personId().value())
                        .put("part", person.added().part().name());
            }
        }
        var information = view.putArray("information");
        state.household().information().stream()
                .filter(i -> opened.scope().shows(i.personId()))
                .map(i -> (ObjectNode) show(Relationship.HUB_MEMBER, i))
                .forEach(i -> information.add(i.without("source")));
        view.set("hub", show(Relationship.HUB_MEMBER, state.hub()));
        return view;
    }

    private JsonNode show(Relationship relationship, Object model) {
        return relationship.seesContent() ? reveal.tree(access, model) : reveal.skeleton(model);
    }

    private JsonNode people(Relationship relationship, ReferralState state) {
        var people = JSON.createArrayNode();
        state.household().people().forEach(p -> people.add(person(relationship, p)));
        return people;
    }

    /** A person as they stand now: as recorded first, with every correction since. */
    private ObjectNode person(Relationship relationship, Household.Person person) {
        var now = (ObjectNode) show(relationship, person.added());
        now.remove("referralId");
        for (var correction : person.corrections()) {
            now.set(correction.field(), show(relationship, correction.now()));
        }
        now.set("corrections", show(relationship, person.corrections()));
        now.set("recognisedAs", show(relationship, person.sameAs()));
        now.set("privacyNotices", show(relationship, person.notices()));
        return now;
    }
}
