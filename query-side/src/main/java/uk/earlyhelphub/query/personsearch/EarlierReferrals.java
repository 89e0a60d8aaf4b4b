package uk.earlyhelphub.query.personsearch;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.api.casefile.EarlierReferral;
import uk.earlyhelphub.platform.database.Databases;

/**
 * Knows which referrals are re-referrals: the same team had a referral about one of these people, or the one that was named as
 * the previous one, open or closed within the twelve months before this one came.
 */
@Component
public class EarlierReferrals {
    private final JdbcTemplate jdbc;

    EarlierReferrals(Databases databases) {
        this.jdbc = new JdbcTemplate(databases.projector());
    }

    /** The earlier referrals of each of these, the latest first; those that have none are left out. */
    public Map<String, List<EarlierReferral>> of(Collection<String> referrals) {
        var earlier = new LinkedHashMap<String, List<EarlierReferral>>();
        jdbc.query(
                """
                select distinct c.referral_id::text, e.referral_id::text as earlier, e.reference, e.received_on, e.closed_on
                from projections.person_case c join projections.person_case e on e.team = c.team
                  and e.referral_id <> c.referral_id and e.received_on <= c.received_on
                  and (e.closed_on is null or e.closed_on > c.received_on - interval '12 months')
                where c.referral_id = any (?::uuid[])
                  and (e.referral_id = c.previous or exists (
                    select from projections.person_referral a join projections.person_referral b using (person_id)
                    where a.referral_id = c.referral_id and b.referral_id = e.referral_id and b.received_on <= a.received_on))
                order by e.received_on desc, earlier""",
                row -> {
                    var closed = row.getDate("closed_on");
                    earlier.computeIfAbsent(row.getString(1), k -> new java.util.ArrayList<>())
                            .add(new EarlierReferral(
                                    row.getString("earlier"),
                                    row.getString("reference"),
                                    row.getDate("received_on").toLocalDate(),
                                    closed == null ? null : closed.toLocalDate()));
                },
                (Object) referrals.toArray(String[]::new));
        return earlier;
    }
}
