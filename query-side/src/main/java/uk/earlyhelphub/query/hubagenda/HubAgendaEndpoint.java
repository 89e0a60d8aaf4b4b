package uk.earlyhelphub.query.hubagenda;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.earlyhelphub.events.hubmeeting.HubMeetingScheduled;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.platform.engine.EventCodec;
import uk.earlyhelphub.platform.web.Caller;
import uk.earlyhelphub.query.access.Reading;
import uk.earlyhelphub.query.access.RoleGuard;

/** The meetings of a team and their agendas, without names: a case is opened by whoever may open it. */
@RestController
class HubAgendaEndpoint {
    private static final JsonMapper JSON = EventCodec.mapper();
    private static final Set<Role> TEAM_ROLES = Set.of(Role.CASEWORKER, Role.MANAGER, Role.HUB_CHAIR);
    private static final Role[] MAY_ASK = {
        Role.CASEWORKER, Role.MANAGER, Role.HUB_CHAIR, Role.PROVIDER, Role.PARTNER_AGENCY
    };
    private static final String THEIRS = "(team = ? or scheduled::jsonb -> 'members' @>"
            + " jsonb_build_array(jsonb_build_object('memberId', ?::text)))";
    private final JdbcTemplate jdbc;
    private final RoleGuard gate;

    HubAgendaEndpoint(Databases databases, RoleGuard gate) {
        this.jdbc = new JdbcTemplate(databases.projector());
        this.gate = gate;
    }

    /** One case on an agenda; {@code removed} says why it left, if it did. */
    record Item(
            String referralId,
            @Nullable String reference,
            @Nullable String removed) {}

    /** One meeting. */
    record Meeting(
            String id,
            LocalDate meetsOn,
            String startsAt,
            String place,
            String chair,
            boolean published,
            boolean held,
            boolean cancelled,
            List<Item> agenda,
            @Nullable JsonNode present,
            @Nullable JsonNode apologies) {}

    @GetMapping("/api/hub-meetings")
    ResponseEntity<List<Meeting>> meetings(
            Caller caller,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", defaultValue = "20") int asked) {
        gate.admit(caller, Purpose.DISCUSS_AT_HUB, "hubagenda", MAY_ASK);
        var limit = Reading.limit(asked);
        var from = Reading.cursor(after);
        var meetings = jdbc.query(
                "select * from projections.hub_meeting where " + THEIRS
                        + " and (?::uuid is null or (-extract(epoch from meets_on), meeting_id) > (select -extract(epoch from meets_on), meeting_id from projections.hub_meeting where meeting_id = ?::uuid))"
                        + " order by meets_on desc, meeting_id limit ?",
                (row, n) -> meeting(row),
                team(caller),
                caller.actor().id(),
                from,
                from,
                limit);
        var last = meetings.isEmpty() ? "" : meetings.getLast().id();
        return Reading.page(meetings, limit, "/api/hub-meetings", last);
    }

    @GetMapping("/api/hub-meetings/{id}")
    Meeting meeting(Caller caller, @PathVariable("id") String path) {
        gate.admit(caller, Purpose.DISCUSS_AT_HUB, "hubagenda", MAY_ASK);
        return jdbc
                .query(
                        "select * from projections.hub_meeting where meeting_id = ?::uuid and " + THEIRS,
                        (row, n) -> meeting(row),
                        Reading.id(path),
                        team(caller),
                        caller.actor().id())
                .stream()
                .findFirst()
                .orElseThrow(Refused::unknown);
    }

    /** Only those who work for a team see all its meetings; others see those they are called to. */
    private static @Nullable String team(Caller caller) {
        return TEAM_ROLES.contains(caller.actor().role()) ? caller.actor().team() : null;
    }

    private Meeting meeting(ResultSet row) throws SQLException {
        var scheduled = JSON.readValue(row.getString("scheduled"), HubMeetingScheduled.class);
        var id = row.getString("meeting_id");
        var items = jdbc.query(
                "select referral_id::text, reference, removed from projections.hub_agenda_item where meeting_id = ?::uuid order by reference",
                (item, n) -> new Item(item.getString(1), item.getString(2), item.getString(3)),
                id);
        return new Meeting(
                id,
                scheduled.meetsOn(),
                scheduled.startsAt().toString(),
                scheduled.place(),
                scheduled.chair(),
                row.getBoolean("published"),
                row.getBoolean("held"),
                row.getBoolean("cancelled"),
                items,
                json(row.getString("present")),
                json(row.getString("apologies")));
    }

    private static @Nullable JsonNode json(@Nullable String stored) {
        return stored == null ? null : JSON.readTree(stored);
    }
}
