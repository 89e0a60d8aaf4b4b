package uk.earlyhelphub.model.serviceoffer;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.AllocationId;
import uk.earlyhelphub.events.serviceoffer.CapacityChanged;
import uk.earlyhelphub.events.serviceoffer.PlaceFreed;
import uk.earlyhelphub.events.serviceoffer.PlaceTaken;
import uk.earlyhelphub.events.serviceoffer.ServiceOfferEvent;
import uk.earlyhelphub.events.serviceoffer.ServiceOfferRegistered;
import uk.earlyhelphub.events.serviceoffer.ServiceOfferWithdrawn;

/** A service of the directory as its events leave it. */
public record ServiceOfferState(
        @Nullable ServiceOfferRegistered registered, int places, Set<AllocationId> taken, boolean withdrawn) {

    /** Before it entered the directory. */
    public static final ServiceOfferState NONE = new ServiceOfferState(null, 0, Set.of(), false);

    public ServiceOfferState after(ServiceOfferEvent event) {
        return switch (event) {
            case ServiceOfferRegistered e -> new ServiceOfferState(e, e.places(), taken, withdrawn);
            case CapacityChanged e -> new ServiceOfferState(registered, e.places(), taken, withdrawn);
            case PlaceTaken e -> {
                var more = new HashSet<>(taken);
                more.add(e.allocationId());
                yield new ServiceOfferState(registered, places, Set.copyOf(more), withdrawn);
            }
            case PlaceFreed e -> {
                var fewer = new HashSet<>(taken);
                fewer.remove(e.allocationId());
                yield new ServiceOfferState(registered, places, Set.copyOf(fewer), withdrawn);
            }
            case ServiceOfferWithdrawn _ -> new ServiceOfferState(registered, places, taken, true);
        };
    }

    /** How it entered the directory. Throws {@link IllegalStateException} before that. */
    public ServiceOfferRegistered entry() {
        if (registered == null) {
            throw new IllegalStateException("No service was registered");
        }
        return registered;
    }

    public boolean hasPlace() {
        return taken.size() < places;
    }
}
