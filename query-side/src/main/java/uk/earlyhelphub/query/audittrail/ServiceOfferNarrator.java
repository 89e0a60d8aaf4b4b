package uk.earlyhelphub.query.audittrail;

import uk.earlyhelphub.events.serviceoffer.CapacityChanged;
import uk.earlyhelphub.events.serviceoffer.PlaceFreed;
import uk.earlyhelphub.events.serviceoffer.PlaceTaken;
import uk.earlyhelphub.events.serviceoffer.ServiceOfferEvent;
import uk.earlyhelphub.events.serviceoffer.ServiceOfferRegistered;
import uk.earlyhelphub.events.serviceoffer.ServiceOfferWithdrawn;

/** Tells what happened to a service of the directory. */
final class ServiceOfferNarrator {
    private ServiceOfferNarrator() {}

    static String tell(ServiceOfferEvent event, Telling t) {
        return switch (event) {
            case ServiceOfferRegistered e ->
                "The service \"" + e.name() + "\" of the provider " + e.provider() + " entered the directory with "
                        + places(e.places()) + ", for " + Words.all(e.areas()) + ".";
            case CapacityChanged e ->
                "The service now has " + places(e.places()) + ", because: " + Words.stopped(e.reason());
            case PlaceTaken _ -> "A place of the service was taken by an allocation.";
            case PlaceFreed _ -> "A place of the service became free again.";
            case ServiceOfferWithdrawn e ->
                "The service was withdrawn from the directory " + t.on(e.withdrawnOn()) + ", because: "
                        + Words.stopped(e.reason());
        };
    }

    private static String places(int places) {
        return Words.count(places, "place", "places");
    }
}
