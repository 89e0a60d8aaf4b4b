package uk.earlyhelphub.model.referral;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.AllocationId;
import uk.earlyhelphub.events.referral.AllocationAccepted;
import uk.earlyhelphub.events.referral.AllocationDeclined;
import uk.earlyhelphub.events.referral.AllocationEvent;
import uk.earlyhelphub.events.referral.ServiceAllocated;
import uk.earlyhelphub.events.referral.ServiceEnded;
import uk.earlyhelphub.events.referral.ServiceStarted;

/** Every allocation of a service, earlier ones included. */
public record Allocations(List<Allocation> all) {

    /** How an allocation stands. */
    public enum Standing {
        OFFERED,
        ACCEPTED,
        DECLINED,
        IN_DELIVERY,
        ENDED
    }

    /** One allocation with the facts of each step so far. */
    public record Allocation(
            ServiceAllocated allocated,
            Standing standing,
            @Nullable AllocationAccepted accepted,
            @Nullable AllocationDeclined declined,
            @Nullable ServiceStarted started,
            @Nullable ServiceEnded ended) {
        public AllocationId allocationId() {
            return allocated.allocationId();
        }

        public boolean live() {
            return standing != Standing.DECLINED && standing != Standing.ENDED;
        }
    }

    static final Allocations NONE = new Allocations(List.of());

    Allocations after(AllocationEvent event) {
        return switch (event) {
            case ServiceAllocated e ->
                new Allocations(Intake.plus(all, new Allocation(e, Standing.OFFERED, null, null, null, null)));
            case AllocationAccepted e ->
                with(e.allocationId(), a -> new Allocation(a.allocated, Standing.ACCEPTED, e, null, null, null));
            case AllocationDeclined e ->
                with(e.allocationId(), a -> new Allocation(a.allocated, Standing.DECLINED, a.accepted, e, null, null));
            case ServiceStarted e ->
                with(
                        e.allocationId(),
                        a -> new Allocation(a.allocated, Standing.IN_DELIVERY, a.accepted, null, e, null));
            case ServiceEnded e ->
                with(
                        e.allocationId(),
                        a -> new Allocation(a.allocated, Standing.ENDED, a.accepted, null, a.started, e));
        };
    }

    private Allocations with(AllocationId id, java.util.function.UnaryOperator<Allocation> change) {
        return new Allocations(all.stream()
                .map(a -> a.allocationId().equals(id) ? change.apply(a) : a)
                .toList());
    }

    public Optional<Allocation> find(AllocationId id) {
        return all.stream().filter(a -> a.allocationId().equals(id)).findFirst();
    }

    public List<Allocation> live() {
        return all.stream().filter(Allocation::live).toList();
    }

    /** Those of one provider's services. */
    public List<Allocation> liveOf(String provider) {
        return live().stream()
                .filter(a -> a.allocated().provider().equals(provider))
                .toList();
    }

    boolean any(Standing standing) {
        return all.stream().anyMatch(a -> a.standing == standing);
    }
}
