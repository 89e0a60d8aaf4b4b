package uk.earlyhelphub.command.referral.receive;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.command.referral.Decision;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.command.referral.ReferralCommandHandler;
import uk.earlyhelphub.events.ids.HandoverId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.kernel.HubEvent;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.InformationRecorded;
import uk.earlyhelphub.events.referral.PartInFamily;
import uk.earlyhelphub.events.referral.PersonAdded;
import uk.earlyhelphub.events.referral.ReferralReceived;
import uk.earlyhelphub.events.referral.SteppedUpToSocialCare;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.platform.commands.Refused;

/** Take in a referral with its household, as the referrer tells it. */
public record ReceiveReferral(
        ReferralReceived referral,
        List<PersonAdded> people,
        List<InformationRecorded> information,
        HandoverId handoverId,
        @Nullable ProtectedText riskReason)
        implements ReferralCommand, ReferralCommandHandler.BeginsReferral {
    private static final Set<Role> MAY_RECEIVE = EnumSet.of(Role.CASEWORKER, Role.MANAGER);

    @Override
    public ReferralId referralId() {
        return referral.referralId();
    }

    @Override
    public boolean mayBeSentBy(Actor actor, ReferralState state) {
        return mayReceive(actor, referral.team());
    }

    /** Whether somebody takes in referrals for a team. */
    static boolean mayReceive(Actor actor, String team) {
        return MAY_RECEIVE.contains(actor.role()) && team.equals(actor.team());
    }

    @Override
    public Decision decide(DecisionContext now) {
        now.requireNotAhead(referral.receivedOn(), "receivedOn");
        requireOneFamily();
        var events = new ArrayList<HubEvent>();
        events.add(referral);
        events.addAll(people);
        events.addAll(information);
        if (referral.immediateRisk()) {
            if (riskReason == null) {
                throw Refused.invalid(
                        "immediateRiskReason",
                        "reason-required",
                        "Say what the immediate risk is; social care is told at once.");
            }
            events.add(new SteppedUpToSocialCare(referralId(), handoverId, true, riskReason, now.today()));
        }
        return new Decision(events);
    }

    private void requireOneFamily() {
        var ids = people.stream().map(PersonAdded::personId).toList();
        for (int i = 0; i < people.size(); i++) {
            for (var relationship : people.get(i).relationships()) {
                if (!ids.contains(relationship.to())) {
                    throw Refused.invalid(
                            "people[" + i + "].relationships",
                            "person-not-in-referral",
                            "A relationship names somebody who is not among the people of this referral.");
                }
            }
        }
        if (people.stream()
                .noneMatch(p -> p.personId().equals(referral.child()) && p.part() != PartInFamily.OTHER_ADULT)) {
            throw Refused.invalid("child", "child-required", "Say which of the people the referral is chiefly about.");
        }
    }
}
