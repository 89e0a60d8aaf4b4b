package uk.earlyhelphub.query.audittrail;

import uk.earlyhelphub.events.referral.AllocationAccepted;
import uk.earlyhelphub.events.referral.AllocationDeclined;
import uk.earlyhelphub.events.referral.AllocationEvent;
import uk.earlyhelphub.events.referral.ServiceAllocated;
import uk.earlyhelphub.events.referral.ServiceEnded;
import uk.earlyhelphub.events.referral.ServiceStarted;

/** Tells what became of a service for the family. */
final class AllocationNarrator {
    private AllocationNarrator() {}

    static String tell(AllocationEvent event, Telling t) {
        return switch (event) {
            case ServiceAllocated e ->
                "A service of the provider " + e.provider() + " was allocated to " + t.people(e.people()) + " "
                        + t.on(e.allocatedOn()) + "; the provider is to answer by " + Words.day(e.answerBy())
                        + (e.insteadOf() == null ? "." : ". It is in place of an earlier allocation.");
            case AllocationAccepted e ->
                "The provider took the allocation up " + t.on(e.acceptedOn())
                        + (e.worker() == null ? "." : "; the worker is " + t.colleague(e.worker()) + ".");
            case AllocationDeclined e ->
                "The provider declined the allocation " + t.on(e.declinedOn()) + " (" + Words.of(e.reasonCode()) + "): "
                        + t.said(e.reason());
            case ServiceStarted e -> "The family met the service for the first time " + t.on(e.startedOn()) + ".";
            case ServiceEnded e ->
                "The service ended " + t.on(e.endedOn()) + ", with the outcome that " + Words.of(e.outcome())
                        + t.end(": ", e.summary());
        };
    }
}
