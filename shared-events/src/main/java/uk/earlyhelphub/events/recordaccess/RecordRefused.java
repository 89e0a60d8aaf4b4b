package uk.earlyhelphub.events.recordaccess;

import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.AccessId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.kernel.PerhapsAboutReferral;

/**
 * Somebody asked for a record and was told that there is none for them.
 *
 * @param referralId the referral asked for, whether or not there is one by that id; none if the address named none
 * @param view which view of it, e.g. {@code casefile}, or which command
 */
public record RecordRefused(AccessId accessId, @Nullable ReferralId referralId, String view, RefusedBecause because)
        implements RecordAccessEvent, PerhapsAboutReferral {}
