package uk.earlyhelphub.command.referral.share;

import uk.earlyhelphub.command.referral.Decision;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.referral.DataShared;
import uk.earlyhelphub.events.referral.SharingRefused;
import uk.earlyhelphub.platform.commands.Refused;

/** Share data with a partner agency or the commissioner. If a rule forbids it, the refusal is recorded. */
public record ShareData(DataShared sharing) implements ReferralCommand {
    @Override
    public ReferralId referralId() {
        return sharing.referralId();
    }

    @Override
    public Decision decide(DecisionContext now) {
        sharing.people().forEach(p -> now.requirePerson(p, "people"));
        now.requireAhead(sharing.accessUntil(), "accessUntil");
        if (!sharing.familyTold() && sharing.familyNotToldReason() == null) {
            throw Refused.invalid("familyNotToldReason", "reason-required", "Say why the family was not told (R14).");
        }
        var broken = SharingRules.broken(sharing, now);
        return broken == null
                ? Decision.of(SharingRules.withConsents(sharing, now))
                : Decision.of(new SharingRefused(
                        referralId(),
                        sharing.sharingId(),
                        sharing.recipient(),
                        sharing.people(),
                        sharing.categories(),
                        sharing.purpose(),
                        sharing.basis(),
                        broken,
                        now.today()));
    }
}
