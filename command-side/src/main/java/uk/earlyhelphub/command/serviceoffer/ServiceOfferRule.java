package uk.earlyhelphub.command.serviceoffer;

import uk.earlyhelphub.events.kernel.Rule;

/** What can be done with a service of the directory. */
public enum ServiceOfferRule implements Rule {
    NO_SUCH_SERVICE(Terms.invalid("The directory has no service by that name. Look it up in the list of services.")),
    SERVICE_WITHDRAWN(Terms.conflict("The service is no longer in the directory. Families who have it keep it."));

    private final Terms terms;

    ServiceOfferRule(Terms terms) {
        this.terms = terms;
    }

    @Override
    public Terms terms() {
        return terms;
    }
}
