package uk.earlyhelphub.query.allocatedtome;

import java.sql.Date;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.events.referral.ServiceAllocated;
import uk.earlyhelphub.platform.engine.Projection;
import uk.earlyhelphub.platform.engine.RecordedEvent;

/** Keeps which allocations were offered to whom, so as to find them. How they stand, and who may see them, the case itself says. */
@Component
class AllocatedToMeProjection implements Projection {
    @Override
    public String name() {
        return "allocatedtome";
    }

    @Override
    public List<String> tables() {
        return List.of("projections.allocation");
    }

    @Override
    public boolean concerns(RecordedEvent event) {
        return event.type().equals("Referral.ServiceAllocated");
    }

    @Override
    public void apply(List<RecordedEvent> events, JdbcTemplate tables) {
        for (var event : events) {
            if (event.payload() instanceof ServiceAllocated e) {
                tables.update(
                        "insert into allocation (allocation_id, referral_id, provider, allocated_on) values (?::uuid, ?::uuid, ?, ?)",
                        e.allocationId().value(),
                        e.referralId().value(),
                        e.provider(),
                        Date.valueOf(e.allocatedOn()));
            }
        }
    }
}
