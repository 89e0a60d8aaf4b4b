package uk.earlyhelphub.query.sharingregister;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.api.sharing.SharedView;
import uk.earlyhelphub.api.sharing.SharedView.SharedInformation;
import uk.earlyhelphub.api.sharing.SharedView.SharedPerson;
import uk.earlyhelphub.events.ids.SharingId;
import uk.earlyhelphub.events.privacy.InformationCategory;
import uk.earlyhelphub.events.referral.DataShared;
import uk.earlyhelphub.events.referral.PersonDetail;
import uk.earlyhelphub.events.referral.ReferralEvent;
import uk.earlyhelphub.model.referral.Household;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.personaldata.LoggedAccess;
import uk.earlyhelphub.platform.engine.RecordedEvent;
import uk.earlyhelphub.query.access.Reveal;

/**
 * What was shared, as it was when it was shared: a later note or a corrected address is not part of it, because nobody decided
 * to share that. Who told us something is never part of it.
 */
final class SharedCopy {
    private final Reveal reveal;
    private final LoggedAccess access;

    SharedCopy(Reveal reveal, LoggedAccess access) {
        this.reveal = reveal;
        this.access = access;
    }

    /** @param history the case's own events, oldest first */
    SharedView of(SharingId id, List<RecordedEvent> history) {
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

    private SharedView content(ReferralState state, DataShared data) {
        return new SharedView(
                data.sharingId().value(),
                data.purpose(),
                data.sharedOn(),
                data.accessUntil(),
                state.household().people().stream()
                        .filter(p -> data.people().contains(p.personId()))
                        .map(p -> person(p, data))
                        .toList(),
                data.fields().contains("information") ? information(state, data) : null);
    }

    private List<SharedInformation> information(ReferralState state, DataShared data) {
        return state.household().information().stream()
                .filter(i -> data.people().contains(i.personId())
                        && data.categories().contains(i.category()))
                .map(i -> new SharedInformation(
                        i.informationId().value(),
                        i.personId().value(),
                        i.category(),
                        i.kind(),
                        reveal.text(access, i.text()),
                        i.statedOn()))
                .toList();
    }

    private SharedPerson person(Household.Person person, DataShared data) {
        return new SharedPerson(
                person.personId().value(),
                detail(person, data, PersonDetail.NAME),
                detail(person, data, PersonDetail.ALSO_KNOWN_AS),
                detail(person, data, PersonDetail.DATE_OF_BIRTH),
                detail(person, data, PersonDetail.DUE_ON),
                detail(person, data, PersonDetail.GENDER),
                detail(person, data, PersonDetail.NHS_NUMBER),
                detail(person, data, PersonDetail.UPN),
                detail(person, data, PersonDetail.UPRN),
                detail(person, data, PersonDetail.ADDRESS),
                detail(person, data, PersonDetail.POSTCODE),
                detail(person, data, PersonDetail.PHONE),
                detail(person, data, PersonDetail.EMAIL),
                detail(person, data, PersonDetail.SCHOOL),
                detail(person, data, PersonDetail.GP),
                detail(person, data, PersonDetail.LANGUAGE));
    }

    /** A detail as it stood, if it was shared. */
    private @Nullable String detail(Household.Person person, DataShared data, PersonDetail detail) {
        if (!data.categories().contains(InformationCategory.IDENTIFIERS_AND_CONTACTS)
                || !data.fields().contains(detail.field())) {
            return null;
        }
        var standing = person.standing(detail);
        return standing == null ? null : reveal.text(access, standing);
    }
}
