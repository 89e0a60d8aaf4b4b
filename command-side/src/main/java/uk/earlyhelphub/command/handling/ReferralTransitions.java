package uk.earlyhelphub.command.handling;

import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import uk.earlyhelphub.command.referral.ReferralRule;
import uk.earlyhelphub.events.referral.ReferralEvent;
import uk.earlyhelphub.events.referral.ReferralStatus;
import uk.earlyhelphub.model.referral.ReferralLifecycle;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.platform.commands.Refused;

/** Holds what happens to a referral against the one table of what may happen when. */
public final class ReferralTransitions {
    private ReferralTransitions() {}

    /** Throws {@link Refused} if this may not happen to a referral that stands so on a day. */
    public static void require(ReferralState before, ReferralEvent event, LocalDate today) {
        var status = before.status(today);
        if (!ReferralLifecycle.allows(event.getClass(), status)) {
            throw Refused.by(
                    ReferralRule.NOT_IN_THIS_STATUS,
                    "This cannot be done while the referral is " + words(status) + ". It can be done while it is "
                            + ReferralLifecycle.statusesFor(event.getClass()).stream()
                                    .map(ReferralTransitions::words)
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
    }

    private static String words(ReferralStatus status) {
        return status.name().toLowerCase(Locale.UK).replace('_', ' ');
    }
}
