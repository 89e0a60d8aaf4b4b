package uk.earlyhelphub.query.hubagenda;

import java.sql.Date;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import uk.earlyhelphub.events.hubmeeting.AgendaItemAdded;
import uk.earlyhelphub.events.hubmeeting.AgendaItemRemoved;
import uk.earlyhelphub.events.hubmeeting.AgendaPublished;
import uk.earlyhelphub.events.hubmeeting.AttendanceRecorded;
import uk.earlyhelphub.events.hubmeeting.HubMeetingCancelled;
import uk.earlyhelphub.events.hubmeeting.HubMeetingEvent;
import uk.earlyhelphub.events.hubmeeting.HubMeetingHeld;
import uk.earlyhelphub.events.hubmeeting.HubMeetingScheduled;
import uk.earlyhelphub.events.hubmeeting.InterestDeclarationCorrected;
import uk.earlyhelphub.events.hubmeeting.InterestDeclared;
import uk.earlyhelphub.events.hubmeeting.InterestDeclaredForMember;
import uk.earlyhelphub.events.hubmeeting.InterestNature;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.referral.ReferralReceived;
import uk.earlyhelphub.platform.engine.EventCodec;
import uk.earlyhelphub.platform.engine.Projection;
import uk.earlyhelphub.platform.engine.RecordedEvent;

/** Keeps the meetings, their agendas and the interests declared. */
@Component
class HubAgendaProjection implements Projection {
    private static final JsonMapper JSON = EventCodec.mapper();

    @Override
    public String name() {
        return "hubagenda";
    }

    @Override
    public List<String> tables() {
        return List.of(
                "projections.hub_meeting",
                "projections.hub_agenda_item",
                "projections.hub_interest",
                "projections.hub_reference");
    }

    @Override
    public boolean concerns(RecordedEvent event) {
        return event.stream().equals("HubMeeting") || event.type().equals("Referral.ReferralReceived");
    }

    @Override
    public void apply(List<RecordedEvent> events, JdbcTemplate tables) {
        for (var event : events) {
            switch (event.payload()) {
                case ReferralReceived e ->
                    tables.update(
                            "insert into hub_reference values (?::uuid, ?)",
                            e.referralId().value(),
                            e.reference());
                case HubMeetingEvent e -> meeting(e, tables);
                default -> {}
            }
        }
    }

    private static void meeting(HubMeetingEvent event, JdbcTemplate tables) {
        var id = event.meetingId().value();
        switch (event) {
            case HubMeetingScheduled e ->
                tables.update(
                        "insert into hub_meeting (meeting_id, team, meets_on, scheduled) values (?::uuid, ?, ?, ?::json)",
                        id,
                        e.team(),
                        Date.valueOf(e.meetsOn()),
                        JSON.writeValueAsString(e));
            case AgendaItemAdded e ->
                tables.update(
                        "insert into hub_agenda_item (meeting_id, referral_id, reference)"
                                + " values (?::uuid, ?::uuid, (select reference from hub_reference where referral_id = ?::uuid))"
                                + " on conflict (meeting_id, referral_id) do update set removed = null",
                        id,
                        e.referralId().value(),
                        e.referralId().value());
            case AgendaItemRemoved e ->
                tables.update(
                        "update hub_agenda_item set removed = ? where meeting_id = ?::uuid and referral_id = ?::uuid",
                        e.cause().name(),
                        id,
                        e.referralId().value());
            case AgendaPublished _ ->
                tables.update("update hub_meeting set published = true where meeting_id = ?::uuid", id);
            case AttendanceRecorded e ->
                tables.update(
                        "update hub_meeting set present = ?::json, apologies = ?::json where meeting_id = ?::uuid",
                        JSON.writeValueAsString(e.present()),
                        JSON.writeValueAsString(e.apologies()),
                        id);
            case InterestDeclared e -> interest(id, e.referralId(), e.member(), e.nature(), tables);
            case InterestDeclaredForMember e -> interest(id, e.referralId(), e.member(), e.nature(), tables);
            case InterestDeclarationCorrected e ->
                tables.update(
                        "delete from hub_interest where meeting_id = ?::uuid and referral_id = ?::uuid and member = ?",
                        id,
                        e.referralId().value(),
                        e.member());
            case HubMeetingHeld _ -> tables.update("update hub_meeting set held = true where meeting_id = ?::uuid", id);
            case HubMeetingCancelled _ ->
                tables.update("update hub_meeting set cancelled = true where meeting_id = ?::uuid", id);
        }
    }

    private static void interest(
            String meeting, ReferralId referral, String member, InterestNature nature, JdbcTemplate tables) {
        tables.update(
                "insert into hub_interest values (?::uuid, ?::uuid, ?, ?) on conflict do nothing",
                meeting,
                referral.value(),
                member,
                nature.name());
    }
}
