package uk.earlyhelphub.events.recordaccess;

import java.util.List;
import uk.earlyhelphub.events.privacy.InformationCategory;
import uk.earlyhelphub.events.referral.ReferralId;

/** Somebody opened the record of a referral. */
public record RecordOpened(
        AccessId accessId,
        ReferralId referralId,
        String view,
        String relationship,
        List<InformationCategory> categories)
        implements RecordAccessEvent {
    public RecordOpened {
        categories = List.copyOf(categories);
    }
}
