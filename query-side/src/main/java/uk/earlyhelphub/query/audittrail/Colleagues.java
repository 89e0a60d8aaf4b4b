package uk.earlyhelphub.query.audittrail;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How people who work with the Hub are called, by the trail itself: as they acted last, or else as they were called to a Hub meeting.
 * Each is looked up once; whoever did neither is called as they sign in.
 */
final class Colleagues implements UnaryOperator<String> {
    private final JdbcTemplate jdbc;
    private final Map<String, String> known = new HashMap<>();

    Colleagues(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String apply(String id) {
        return known.computeIfAbsent(id, this::find);
    }

    private String find(String id) {
        var acted = names(
                "select envelope ->> 'actorName' from projections.audit_line where actor = ?"
                        + " order by epoch desc, tx desc, global_index desc limit 1",
                id);
        var found = acted.isEmpty()
                ? names(
                        "select member ->> 'name' from projections.audit_line,"
                                + " json_array_elements(payload -> 'members') member"
                                + " where type = 'HubMeeting.HubMeetingScheduled' and member ->> 'memberId' = ?"
                                + " order by epoch desc, tx desc, global_index desc limit 1",
                        id)
                : acted;
        return found.isEmpty() ? id : found.getFirst();
    }

    private List<String> names(String sql, String id) {
        return jdbc.queryForList(sql, String.class, id);
    }
}
