package uk.earlyhelphub.command.referral.allocate;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.events.ids.AllocationId;
import uk.earlyhelphub.events.ids.OfferId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.referral.ConsentPurpose;
import uk.earlyhelphub.events.referral.HubDecision;
import uk.earlyhelphub.events.referral.ServiceAllocated;
import uk.earlyhelphub.events.serviceoffer.PlaceTaken;
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
            throw Refused.conflict(
                    "human-decision-required", "A named person allocates a service, never a system (R38).");
        }
        people.forEach(p -> now.requirePerson(p, "people"));
        now.requireAhead(answerBy, "answerBy");
        now.requireConsent(ConsentPurpose.ALLOCATE_SERVICE, people);
        var discussion = now.state().hub().latest();
        if (discussion == null
                || discussion.decision() != HubDecision.ALLOCATE
                || !now.state().hub().decided()) {
            throw Refused.conflict(
                    "no-decision-to-allocate",
                    "The Hub has not decided to allocate a service, or its decision came back.");
        }
        var offer = now.offers().apply(offerId);
        requireSuitable(now, offer);
        var replaced = insteadOf;
        if (replaced != null && now.state().allocations().find(replaced).isEmpty()) {
            throw Refused.invalid("insteadOf", "no-such-allocation", "There is no such earlier allocation.");
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
            throw Refused.conflict("service-withdrawn", "This service has left the directory.");
        }
        if (!entry.areas().contains(now.state().intake().arrival().area())) {
            throw Refused.conflict("not-eligible", "This service does not work in the family's area.");
        }
        if (level == null || !entry.levels().contains(level)) {
            throw Refused.conflict("not-eligible", "This service is not for the family's level of need.");
        }
        if (!offer.hasPlace()) {
            throw Refused.conflict("no-place-free", "This service has no free place.");
        }
        if (now.state().allocations().live().stream()
                .anyMatch(a -> a.allocated().offerId().equals(offerId))) {
            throw Refused.conflict("already-allocated", "The family has this service already.");
        }
    }
}
