package uk.earlyhelphub.command.referral.allocate;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.command.serviceoffer.ServiceOfferRule;
import uk.earlyhelphub.events.ids.AllocationId;
import uk.earlyhelphub.events.ids.OfferId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.referral.ConsentPurpose;
import uk.earlyhelphub.events.referral.HubDecision;
import uk.earlyhelphub.events.referral.ServiceAllocated;
import uk.earlyhelphub.events.serviceoffer.PlaceTaken;
import uk.earlyhelphub.model.rules.CommonRule;
import uk.earlyhelphub.model.serviceoffer.ServiceOfferState;
import uk.earlyhelphub.platform.commands.Decision;
import uk.earlyhelphub.platform.commands.Refused;

/** Allocate a service that the Hub decided on. */
public record AllocateService(
        ReferralId referralId,
        AllocationId allocationId,
        OfferId offerId,
        List<PersonId> people,
        LocalDate answerBy,
        @Nullable AllocationId insteadOf)
        implements ReferralCommand {
    @Override
    public Decision decide(DecisionContext now) {
        if (now.actor().role() == Role.SYSTEM) {
            throw Refused.by(
                    CommonRule.HUMAN_DECISION_REQUIRED, "A named person allocates a service, never a system (R38).");
        }
        people.forEach(p -> now.requirePerson(p, "people"));
        now.requireAhead(answerBy, "answerBy");
        now.requireConsent(ConsentPurpose.ALLOCATE_SERVICE, people);
        var discussion = now.state().hub().latest();
        if (discussion == null
                || discussion.decision() != HubDecision.ALLOCATE
                || !now.state().hub().decided()) {
            throw Refused.by(
                    AllocationRule.NO_DECISION_TO_ALLOCATE,
                    "The Hub has not decided to allocate a service, or its decision came back.");
        }
        var offer = now.offers().apply(offerId);
        requireSuitable(now, offer);
        var replaced = insteadOf;
        if (replaced != null && now.state().allocations().find(replaced).isEmpty()) {
            throw Refused.by(AllocationRule.NO_SUCH_ALLOCATION, "insteadOf", "There is no such earlier allocation.");
        }
        return Decision.of(
                new ServiceAllocated(
                        referralId,
                        allocationId,
                        offerId,
                        offer.entry().provider(),
                        people,
                        discussion.discussionId(),
                        now.today(),
                        answerBy,
                        replaced),
                new PlaceTaken(offerId, allocationId));
    }

    private void requireSuitable(DecisionContext now, ServiceOfferState offer) {
        var entry = offer.entry();
        var level = now.state().intake().level();
        if (offer.withdrawn()) {
            throw Refused.by(ServiceOfferRule.SERVICE_WITHDRAWN, "This service has left the directory.");
        }
        if (!entry.areas().contains(now.state().intake().arrival().area())) {
            throw Refused.by(AllocationRule.NOT_ELIGIBLE, "This service does not work in the family's area.");
        }
        if (level == null || !entry.levels().contains(level)) {
            throw Refused.by(AllocationRule.NOT_ELIGIBLE, "This service is not for the family's level of need.");
        }
        if (!offer.hasPlace()) {
            throw Refused.by(AllocationRule.NO_PLACE_FREE, "This service has no free place.");
        }
        if (now.state().allocations().live().stream()
                .anyMatch(a -> a.allocated().offerId().equals(offerId))) {
            throw Refused.by(AllocationRule.ALREADY_ALLOCATED, "The family has this service already.");
        }
    }
}
