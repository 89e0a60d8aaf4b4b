package uk.earlyhelphub.command.referral.receive;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.command.referral.ReferralRule;
import uk.earlyhelphub.command.referral.information.NewInformation;
import uk.earlyhelphub.command.referral.people.NewPerson;
import uk.earlyhelphub.events.ids.HandoverId;
import uk.earlyhelphub.events.ids.Identifiers;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.kernel.HubEvent;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.PartInFamily;
import uk.earlyhelphub.events.referral.SteppedUpToSocialCare;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.model.rules.CommonRule;
import uk.earlyhelphub.platform.commands.Decision;
import uk.earlyhelphub.platform.commands.Refused;

/** Take in a referral with its household, as the referrer tells it. */
public record ReceiveReferral(
        ReferralId referralId,
        Arrival arrival,
        List<NewPerson> people,
        List<NewInformation> information,
        HandoverId handoverId,
        @Nullable ProtectedText riskReason)
        implements ReferralCommand {
    private static final Set<Role> MAY_RECEIVE = EnumSet.of(Role.CASEWORKER, Role.MANAGER);

    public ReceiveReferral {
        people = List.copyOf(people);
        information = List.copyOf(information);
    }

    @Override
    public Begins begins() {
        return Begins.YES;
    }

    @Override
    public boolean mayBeSentBy(Actor actor, ReferralState state) {
        return MAY_RECEIVE.contains(actor.role()) && arrival.team().equals(actor.team());
    }

    @Override
    public Decision decide(DecisionContext now) {
        now.requireSearch(arrival.searchId());
        now.requireNotAhead(arrival.receivedOn(), "receivedOn");
        now.requireArea(arrival.area());
        requireOneFamily();
        var events = new ArrayList<HubEvent>();
        events.add(arrival.as(referralId, Identifiers.reference(referralId.value())));
        people.forEach(person -> events.add(person.in(referralId)));
        information.forEach(told -> events.add(told.in(referralId)));
        if (arrival.immediateRisk()) {
            if (riskReason == null) {
                throw Refused.by(
                        CommonRule.REASON_REQUIRED,
                        "immediateRiskReason",
                        "Say what the immediate risk is; social care is told at once.");
            }
            events.add(new SteppedUpToSocialCare(referralId, handoverId, true, riskReason, now.today()));
        }
        return new Decision(events);
    }

    private void requireOneFamily() {
        var ids = people.stream().map(NewPerson::personId).toList();
        for (int i = 0; i < people.size(); i++) {
            for (var relationship : people.get(i).relationships()) {
                if (relationship.to().equals(ids.get(i))) {
                    throw Refused.by(
                            ReceivingRule.RELATIONSHIP_TO_ONESELF,
                            "people[" + i + "].relationships",
                            "A relationship is with somebody else; nobody is their own parent.");
                }
                if (!ids.contains(relationship.to())) {
                    throw Refused.by(
                            ReferralRule.PERSON_NOT_IN_REFERRAL,
                            "people[" + i + "].relationships",
                            "A relationship names somebody who is not among the people of this referral.");
                }
            }
        }
        for (int i = 0; i < information.size(); i++) {
            if (!ids.contains(information.get(i).personId())) {
                throw Refused.by(
                        ReferralRule.PERSON_NOT_IN_REFERRAL,
                        "information[" + i + "].person",
                        "This names nobody among the people of this referral.");
            }
        }
        if (people.stream()
                .noneMatch(p -> p.personId().equals(arrival.child()) && p.part() != PartInFamily.OTHER_ADULT)) {
            throw Refused.by(
                    ReceivingRule.CHILD_REQUIRED, "child", "Say which of the people the referral is chiefly about.");
        }
    }
}
