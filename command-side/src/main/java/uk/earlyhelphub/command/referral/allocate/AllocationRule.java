package uk.earlyhelphub.command.referral.allocate;

import uk.earlyhelphub.events.kernel.Rule;

/** When a service can be allocated, and what its provider can do then. */
public enum AllocationRule implements Rule {
    NO_DECISION_TO_ALLOCATE(
            Terms.conflict("A service is allocated after the Hub decided so. If the provider declined, or the Hub "
                    + "deferred, the case goes to the Hub again.")),
    NO_SUCH_ALLOCATION(Terms.invalid("The referral has no allocation by that name.")),
    NOT_ELIGIBLE(Terms.conflict(
            "The directory says for which areas and levels of need a service is. This family's do not " + "match.")),
    NO_PLACE_FREE(Terms.conflict("All places are taken. Choose another service, or ask the directory's manager whether "
            + "places can be added.")),
    ALREADY_ALLOCATED(Terms.conflict("The family has an allocation of this service that has not ended.")),
    ALLOCATION_NOT_IN_THIS_STANDING(
            Terms.conflict("An allocation is offered, then accepted or declined, then started, then ended. The step "
                    + "does not follow from where it stands."));

    private final Terms terms;

    AllocationRule(Terms terms) {
        this.terms = terms;
    }

    @Override
    public Terms terms() {
        return terms;
    }
}
