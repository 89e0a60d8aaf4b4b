package uk.earlyhelphub.command.sending;

import uk.earlyhelphub.events.ids.ReferralId;

/** A command about one family's case: whoever may not send it, tried it on that case. */
public interface AboutACase {

    /** The case. */
    ReferralId referralId();
}
