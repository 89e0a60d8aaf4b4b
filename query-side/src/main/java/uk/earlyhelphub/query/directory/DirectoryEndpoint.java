package uk.earlyhelphub.query.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import uk.earlyhelphub.api.directory.DirectoryApi;
import uk.earlyhelphub.api.directory.DirectoryEntry;
import uk.earlyhelphub.api.directory.DirectoryEntry.OfferedHelp;
import uk.earlyhelphub.events.serviceoffer.ServiceOfferRegistered;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.platform.engine.EventCodec;
import uk.earlyhelphub.platform.web.Callers;
import uk.earlyhelphub.query.access.Reading;

/** The directory of services, open to everybody who is signed in. */
@RestController
class DirectoryEndpoint implements DirectoryApi {
    private static final JsonMapper JSON = EventCodec.mapper();
    private final JdbcTemplate jdbc;
    private final Callers callers;

    DirectoryEndpoint(Databases databases, Callers callers) {
        this.callers = callers;
        this.jdbc = new JdbcTemplate(databases.projector());
    }

    @Override
    public ResponseEntity<List<DirectoryEntry>> services(@Nullable String after, int asked) {
        var caller = callers.current();
        var limit = Reading.limit(asked);
        var from = Reading.cursor(after);
        var entries = jdbc.query(
                "select registered, places, taken, withdrawn from projections.service_offer where ?::uuid is null"
                        + " or (withdrawn, name, offer_id) > (select withdrawn, name, offer_id from projections.service_offer where offer_id = ?::uuid)"
                        + " order by withdrawn, name, offer_id limit ?",
                (row, n) -> new DirectoryEntry(
                        offered(JSON.readValue(row.getString(1), ServiceOfferRegistered.class)),
                        row.getInt(2),
                        row.getInt(2) - row.getInt(3),
                        row.getBoolean(4)),
                from,
                from,
                limit);
        var last = entries.isEmpty() ? "" : entries.getLast().service().offerId();
        return Reading.page(entries, limit, "/api/services", last);
    }

    private static OfferedHelp offered(ServiceOfferRegistered service) {
        return new OfferedHelp(
                service.offerId().value(),
                service.name(),
                service.provider(),
                service.description(),
                service.needs(),
                service.levels(),
                service.areas(),
                service.places());
    }
}
