package uk.earlyhelphub.query.directory;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import uk.earlyhelphub.events.serviceoffer.CapacityChanged;
import uk.earlyhelphub.events.serviceoffer.PlaceFreed;
import uk.earlyhelphub.events.serviceoffer.PlaceTaken;
import uk.earlyhelphub.events.serviceoffer.ServiceOfferEvent;
import uk.earlyhelphub.events.serviceoffer.ServiceOfferRegistered;
import uk.earlyhelphub.events.serviceoffer.ServiceOfferWithdrawn;
import uk.earlyhelphub.platform.engine.EventCodec;
import uk.earlyhelphub.platform.engine.Projection;
import uk.earlyhelphub.platform.engine.RecordedEvent;

/** Keeps the directory of services. */
@Component
class DirectoryProjection implements Projection {
    private static final JsonMapper JSON = EventCodec.mapper();

    @Override
    public String name() {
        return "directory";
    }

    @Override
    public List<String> tables() {
        return List.of("projections.service_offer");
    }

    @Override
    public boolean concerns(RecordedEvent event) {
        return event.stream().equals("ServiceOffer");
    }

    @Override
    public void apply(List<RecordedEvent> events, JdbcTemplate tables) {
        for (var event : events) {
            if (event.payload() instanceof ServiceOfferEvent offer) {
                apply(offer, tables);
            }
        }
    }

    private static void apply(ServiceOfferEvent event, JdbcTemplate tables) {
        var id = event.offerId().value();
        switch (event) {
            case ServiceOfferRegistered e ->
                tables.update(
                        "insert into service_offer values (?::uuid, ?::json, ?, ?, 0, false)",
                        id,
                        JSON.writeValueAsString(e),
                        e.name(),
                        e.places());
            case CapacityChanged e ->
                tables.update("update service_offer set places = ? where offer_id = ?::uuid", e.places(), id);
            case PlaceTaken _ ->
                tables.update("update service_offer set taken = taken + 1 where offer_id = ?::uuid", id);
            case PlaceFreed _ ->
                tables.update("update service_offer set taken = taken - 1 where offer_id = ?::uuid", id);
            case ServiceOfferWithdrawn _ ->
                tables.update("update service_offer set withdrawn = true where offer_id = ?::uuid", id);
        }
    }
}
