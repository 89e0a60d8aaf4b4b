package uk.earlyhelphub.query.hubagenda;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import uk.earlyhelphub.api.agenda.HubMeetingView;
import uk.earlyhelphub.api.agenda.HubMeetingView.AgendaItemView;
import uk.earlyhelphub.api.agenda.HubMeetingView.MemberMeetingView;
import uk.earlyhelphub.api.agenda.HubMeetingView.PreparedItemView;
import uk.earlyhelphub.api.agenda.HubMeetingView.TeamMeetingView;
import uk.earlyhelphub.api.agenda.HubMeetingsApi;
import uk.earlyhelphub.events.hubmeeting.HubMeetingScheduled;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.model.access.AccessRight;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.platform.engine.EventCodec;
import uk.earlyhelphub.platform.web.Caller;
import uk.earlyhelphub.platform.web.Callers;
import uk.earlyhelphub.query.access.CaseAccess;
import uk.earlyhelphub.query.access.CaseStreams;
import uk.earlyhelphub.query.access.DayCursor;
import uk.earlyhelphub.query.access.Reading;
import uk.earlyhelphub.query.access.RoleGuard;

/** The meetings of a team and their agendas, without names: a case is opened by whoever may open it. */
@RestController
class HubAgendaEndpoint implements HubMeetingsApi {
    private static final JsonMapper JSON = EventCodec.mapper();
    private static final Set<Role> TEAM_ROLES = Set.of(Role.CASEWORKER, Role.MANAGER, Role.HUB_CHAIR);
    private static final Role[] MAY_ASK = {
        Role.CASEWORKER, Role.MANAGER, Role.HUB_CHAIR, Role.PROVIDER, Role.PARTNER_AGENCY
    };
    private static final String THEIRS = "(team = ? or scheduled::jsonb -> 'members' @>"
            + " jsonb_build_array(jsonb_build_object('memberId', ?::text)))";
    private final JdbcTemplate jdbc;
    private final CaseStreams streams;
    private final CaseAccess door;
    private final RoleGuard gate;
    private final Callers callers;

    HubAgendaEndpoint(Databases databases, CaseStreams streams, CaseAccess door, RoleGuard gate, Callers callers) {
        this.callers = callers;
        this.streams = streams;
        this.door = door;
        this.jdbc = new JdbcTemplate(databases.projector());
        this.gate = gate;
    }

    @Override
    public ResponseEntity<List<HubMeetingView>> meetings(@Nullable String after, int asked) {
        var caller = callers.current();
        var limit = Reading.limit(asked);
        var from = DayCursor.of(after);
        gate.admitToList(caller, Purpose.DISCUSS_AT_HUB, "hubagenda", MAY_ASK);
        var rows = jdbc.query(
                "select * from projections.hub_meeting where " + THEIRS
                        + " and (?::date is null or meets_on < ?::date or (meets_on = ?::date and meeting_id > ?::uuid))"
                        + " order by meets_on desc, meeting_id limit ?",
                (row, n) -> row(row),
                team(caller),
                caller.actor().id(),
                from == null ? null : from.sqlDay(),
                from == null ? null : from.sqlDay(),
                from == null ? null : from.sqlDay(),
                from == null ? null : from.id(),
                limit);
        var meetings = shown(caller, rows);
        var last = rows.isEmpty() ? "" : cursor(rows.getLast().scheduled()).text();
        return Reading.page(meetings, limit, "/api/hub-meetings", last);
    }

    @Override
    public ResponseEntity<HubMeetingView> meeting(String path) {
        var caller = callers.current();
        gate.admitToOne(caller, Purpose.DISCUSS_AT_HUB, "hubagenda", MAY_ASK);
        var row = jdbc
                .query(
                        "select * from projections.hub_meeting where meeting_id = ?::uuid and " + THEIRS,
                        (found, n) -> row(found),
                        Reading.id(path),
                        team(caller),
                        caller.actor().id())
                .stream()
                .findFirst()
                .orElseThrow(Refused::unknown);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(shown(caller, List.of(row)).getFirst());
    }

    private static DayCursor cursor(HubMeetingScheduled meeting) {
        return new DayCursor(meeting.meetsOn(), meeting.meetingId().value());
    }

    /** Only those who work for a team see all its meetings; others see those they are called to. */
    private static @Nullable String team(Caller caller) {
        return TEAM_ROLES.contains(caller.actor().role()) ? caller.actor().team() : null;
    }

    /** A meeting as it was called and went; its agenda is added for each reader. */
    private record Row(
            HubMeetingScheduled scheduled,
            boolean published,
            boolean held,
            boolean cancelled,
            @Nullable List<String> present,
            @Nullable List<String> apologies) {
        HubMeetingView forTeam(List<AgendaItemView> agenda) {
            return new TeamMeetingView(
                    scheduled.meetingId().value(),
                    scheduled.meetsOn(),
                    scheduled.startsAt().toString(),
                    scheduled.place(),
                    scheduled.chair(),
                    published,
                    held,
                    cancelled,
                    agenda,
                    present,
                    apologies);
        }

        HubMeetingView forMember(List<PreparedItemView> agenda) {
            return new MemberMeetingView(
                    scheduled.meetingId().value(),
                    scheduled.meetsOn(),
                    scheduled.startsAt().toString(),
                    scheduled.place(),
                    scheduled.chair(),
                    published,
                    held,
                    cancelled,
                    agenda,
                    present,
                    apologies);
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                JSON.readValue(row.getString("scheduled"), HubMeetingScheduled.class),
                row.getBoolean("published"),
                row.getBoolean("held"),
                row.getBoolean("cancelled"),
                names(row.getString("present")),
                names(row.getString("apologies")));
    }

    /**
     * The meetings with as much of their agendas as the caller may know: the team every case that is theirs to open, with what was taken
     * off and why; who
     * is called to a meeting only the cases that are meant for them now, which each case's own events say.
     */
    private List<HubMeetingView> shown(Caller caller, List<Row> rows) {
        var team = team(caller);
        return rows.stream()
                .map(r -> r.scheduled().team().equals(team)
                        ? r.forTeam(whole(caller, r))
                        : r.forMember(prepared(caller, r)))
                .toList();
    }

    private List<AgendaItemView> whole(Caller caller, Row meeting) {
        var items = jdbc.query(
                "select referral_id::text, reference, removed from projections.hub_agenda_item where meeting_id = ?::uuid order by reference",
                (item, n) -> new AgendaItemView(item.getString(1), item.getString(2), item.getString(3)),
                meeting.scheduled().meetingId().value());
        var shown = door
                .visible(
                        caller.actor(),
                        items.stream().map(i -> new ReferralId(i.referralId())).toList(),
                        AccessRight::seesTheWhole)
                .stream()
                .map(c -> c.id().value())
                .collect(Collectors.toSet());
        return items.stream().filter(i -> shown.contains(i.referralId())).toList();
    }

    private List<PreparedItemView> prepared(Caller caller, Row row) {
        var id = row.scheduled().meetingId();
        var meeting = streams.meetings(List.of(id)).get(id);
        if (meeting == null || !meeting.published() || meeting.held() || meeting.cancelled()) {
            return List.of();
        }
        return door.visible(caller.actor(), meeting.items(), AccessRight::opensTheCase).stream()
                .map(c -> new PreparedItemView(
                        c.id().value(), c.state().intake().arrival().reference()))
                .sorted(Comparator.comparing(PreparedItemView::reference))
                .toList();
    }

    private static @Nullable List<String> names(@Nullable String stored) {
        return stored == null ? null : List.of(JSON.readValue(stored, String[].class));
    }
}
