package uk.earlyhelphub.events.kernel;

import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.ReferralId;

/** Something that may concern one referral, and says by {@code referralId} whether it does. */
public interface PerhapsAboutReferral extends HubEvent {
    /** The referral that it concerns, or none if it concerns none, or many. */
    @Nullable
    ReferralId referralId();
}
