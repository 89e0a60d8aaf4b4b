package uk.earlyhelphub.command.referral.consent;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.events.ids.OverrideId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.Agency;
import uk.earlyhelphub.events.referral.Article9Condition;
import uk.earlyhelphub.events.referral.ConsentOverridden;
import uk.earlyhelphub.events.referral.ConsentPurpose;
import uk.earlyhelphub.events.referral.Gateway;
import uk.earlyhelphub.events.referral.SafeguardingReason;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.platform.commands.Decision;
import uk.earlyhelphub.platform.commands.Refused;

/** Go on without consent under a legal gateway; only a manager may, with reasons (R14-R16). */
public record OverrideConsent(
        ReferralId referralId,
        OverrideId overrideId,
        List<PersonId> people,
        List<ConsentPurpose> purposes,
        List<Agency> agencies,
        Gateway gateway,
        String enactment,
        @Nullable Article9Condition article9Condition,
        @Nullable SafeguardingReason safeguardingReason,
        ProtectedText reason,
        LocalDate endsOn)
        implements ReferralCommand {
    @Override
    public boolean mayBeSentBy(Actor actor, ReferralState state) {
        return actor.role() == Role.MANAGER && ReferralCommand.worksFor(actor, state);
    }

    @Override
    public Decision decide(DecisionContext now) {
        people.forEach(p -> now.requirePerson(p, "people"));
        now.requireAhead(endsOn, "endsOn");
        if (article9Condition == Article9Condition.SUBSTANTIAL_PUBLIC_INTEREST && safeguardingReason == null) {
            throw Refused.by(
                    ConsentRule.SAFEGUARDING_REASON_REQUIRED,
                    "safeguardingReason",
                    "Say which of the three reasons applies why consent is not relied on (DPA 2018 Sch 1 para 18, R16).");
        }
        if (article9Condition == Article9Condition.EXPLICIT_CONSENT) {
            throw Refused.by(
                    ConsentRule.GATEWAY_NOT_AVAILABLE,
                    "article9Condition",
                    "Explicit consent cannot be the condition for going on without it.");
        }
        return Decision.of(new ConsentOverridden(
                referralId,
                overrideId,
                people,
                purposes,
                agencies,
                gateway,
                enactment,
                article9Condition,
                safeguardingReason,
                reason,
                now.actor().id(),
                now.today(),
                endsOn));
    }
}
