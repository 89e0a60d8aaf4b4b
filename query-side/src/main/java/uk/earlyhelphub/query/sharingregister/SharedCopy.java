package uk.earlyhelphub.query.sharingregister;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import uk.earlyhelphub.events.ids.SharingId;
import uk.earlyhelphub.events.privacy.InformationCategory;
import uk.earlyhelphub.events.referral.DataShared;
import uk.earlyhelphub.events.referral.ReferralEvent;
import uk.earlyhelphub.model.referral.Household;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.personaldata.LoggedAccess;
import uk.earlyhelphub.platform.engine.EventCodec;
import uk.earlyhelphub.platform.engine.RecordedEvent;
import uk.earlyhelphub.query.access.Reveal;

/**
 * What was shared, as it was when it was shared: a later note or a corrected address is not part of it, because nobody decided
 * to share that. Who told us something is never part of it.
 */
final class SharedCopy {
    private static final JsonMapper JSON = EventCodec.mapper();
    private final Reveal reveal;
    private final LoggedAccess access;

    SharedCopy(Reveal reveal, LoggedAccess access) {
        this.reveal = reveal;
        this.access = access;
    }

    /** @param history the case's own events, oldest first */
    JsonNode of(SharingId id, List<RecordedEvent> history) {
        var state = ReferralState.NONE;
        for (var event : history) {
            state = state.after((ReferralEvent) event.payload());
            var shared = state.sharings().find(id);
            if (shared.isPresent()) {
                return content(state, shared.get().data());
            }
        }
        throw new IllegalStateException("This case shared nothing by that id");
    }

    private JsonNode content(ReferralState state, DataShared data) {
        var view = JSON.createObjectNode();
        view.put("sharingId", data.sharingId().value());
        view.put("purpose", data.purpose().name());
        view.put("sharedOn", data.sharedOn().toString());
        view.put("accessUntil", data.accessUntil().toString());
        var people = view.putArray("people");
        state.household().people().stream()
                .filter(p -> data.people().contains(p.personId()))
                .forEach(p -> people.add(person(p, data)));
        if (data.fields().contains("information")) {
            var information = view.putArray("information");
            state.household().information().stream()
                    .filter(i -> data.people().contains(i.personId())
                            && data.categories().contains(i.category()))
                    .map(i -> ((ObjectNode) JSON.valueToTree(i)).without(List.of("source")))
                    .forEach(i -> information.add(reveal.tree(access, i)));
        }
        return view;
    }

    private JsonNode person(Household.Person person, DataShared data) {
        var added = JSON.valueToTree(person.added());
        var kept = JSON.createObjectNode();
        kept.put("personId", person.personId().value());
        if (data.categories().contains(InformationCategory.IDENTIFIERS_AND_CONTACTS)) {
            for (var field : data.fields()) {
                Optional.ofNullable(added.get(field)).ifPresent(v -> kept.set(field, reveal.tree(access, v)));
            }
            for (var correction : person.corrections()) {
                if (data.fields().contains(correction.field())) {
                    kept.set(correction.field(), reveal.tree(access, correction.now()));
                }
            }
        }
        return kept;
    }
}
