package uk.earlyhelphub.command.referral.consent;

import uk.earlyhelphub.command.referral.Decision;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.command.referral.Situation;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.referral.Article9Condition;
import uk.earlyhelphub.events.referral.ConsentOverridden;
import uk.earlyhelphub.events.referral.ReferralId;
import uk.earlyhelphub.events.referral.state.ReferralState;
import uk.earlyhelphub.platform.commands.RuleBroken;

/** Go on without consent under a legal gateway; only a manager may, with reasons (R14-R16). */
public record OverrideConsent(ConsentOverridden override) implements ReferralCommand {
    @Override
    public ReferralId referralId() {
        return override.referralId();
    }

    @Override
    public boolean mayBeSentBy(Actor actor, ReferralState state) {
        return actor.role() == Role.MANAGER && ReferralCommand.worksFor(actor, state);
    }

    @Override
    public Decision decide(Situation now) {
        override.people().forEach(p -> now.requirePerson(p, "people"));
        now.requireAhead(override.endsOn(), "endsOn");
        if (override.enactment().isBlank()) {
            throw RuleBroken.invalid(
                    "enactment", "enactment-required", "Cite the enactment or function relied on (R14).");
        }
        if (override.article9Condition() == Article9Condition.SUBSTANTIAL_PUBLIC_INTEREST
                && override.safeguardingReason() == null) {
            throw RuleBroken.invalid(
                    "safeguardingReason",
                    "safeguarding-reason-required",
                    "Say which of the three reasons applies why consent is not relied on (DPA 2018 Sch 1 para 18, R16).");
        }
        if (override.article9Condition() == Article9Condition.EXPLICIT_CONSENT) {
            throw RuleBroken.invalid(
                    "article9Condition",
                    "gateway-not-available",
                    "Explicit consent cannot be the condition for going on without it.");
        }
        return Decision.of(override);
    }
}
