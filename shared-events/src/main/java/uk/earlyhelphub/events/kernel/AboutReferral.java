package uk.earlyhelphub.events.kernel;

import uk.earlyhelphub.events.ids.ReferralId;

/**
 * Something that concerns one referral, of whichever stream it is. By this type, and not by a list kept elsewhere, the account of
 * a case knows what belongs to it.
 */
public interface AboutReferral extends PerhapsAboutReferral {
    @Override
    ReferralId referralId();
}
