package uk.earlyhelphub.events.recordaccess;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.AccessId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.kernel.AboutReferral;
import uk.earlyhelphub.events.privacy.InformationCategory;

/**
 * Somebody opened the record of a referral.
 *
 * @param view which view of it, e.g. {@code casefile}
 * @param relationship by what right, e.g. {@code TEAM}
 * @param categories of which kinds they could be shown texts at most; none if they see what happened and not what was said
 * @param people whose texts they could be shown at most; absent in what was recorded before this was kept
 */
public record RecordOpened(
        AccessId accessId,
        ReferralId referralId,
        String view,
        String relationship,
        List<InformationCategory> categories,
        @Nullable List<PersonId> people)
        implements RecordAccessEvent, AboutReferral {
    public RecordOpened {
        categories = List.copyOf(categories);
        people = people == null ? null : List.copyOf(people);
    }
}
