package uk.earlyhelphub.query.audittrail;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.earlyhelphub.api.trail.LookLine;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.query.access.ReadingRule;

/** Looks, one line for each reader and way of looking, the latest first, a page at a time. */
final class Looks {
    private static final String LINES =
            "select *, md5(concat_ws('|', actor, name, role, organisation, purpose, type, view, relationship)) as line from ("
                    + "select actor, envelope ->> 'actorName' as name, envelope ->> 'actorRole' as role,"
                    + " organisation, purpose, type, payload ->> 'view' as view, payload ->> 'relationship' as relationship, count(*) as times,"
                    + " min(recorded_at) as first, max(recorded_at) as last from projections.audit_line"
                    + " where stream = 'RecordAccess' and %s group by 1, 2, 3, 4, 5, 6, 7, 8) looks";
    private static final String A_PAGE =
            "select * from (%s) lines where ?::timestamptz is null or (last, line) < (?::timestamptz, ?) order by last desc, line desc limit ?";
    private static final Pattern CURSOR = Pattern.compile("(\\d{1,12})\\.(\\d{6})_([0-9a-f]{32})");

    private final JdbcTemplate jdbc;

    Looks(DataSource readModels) {
        this.jdbc = new JdbcTemplate(readModels);
    }

    /** Which page: what comes after a line of the page before. */
    record Page(@Nullable Instant last, @Nullable String line, int limit) {}

    /** A line, and where it stands. */
    record Kept(LookLine line, String cursor) {}

    /** Throws a broken rule for a cursor that no page had. */
    static Page page(@Nullable String after, int limit) {
        if (after == null) {
            return new Page(null, null, limit);
        }
        var cursor = CURSOR.matcher(after);
        if (!cursor.matches()) {
            throw Refused.by(ReadingRule.BAD_CURSOR, "after", "Send the value that the link to the next page has.");
        }
        var last = Instant.ofEpochSecond(Long.parseLong(cursor.group(1)), Long.parseLong(cursor.group(2)) * 1000);
        return new Page(last, cursor.group(3), limit);
    }

    private static String cursor(Instant last, String line) {
        return "%d.%06d_%s".formatted(last.getEpochSecond(), last.getNano() / 1000, line);
    }

    /** The cases in which a person is. */
    List<ReferralId> casesOf(String person) {
        return jdbc.query(
                "select distinct referral_id::text from projections.audit_line where type = 'Referral.PersonAdded'"
                        + " and payload ->> 'personId' = ? and mentions @> array[?::uuid]",
                (row, n) -> new ReferralId(row.getString(1)),
                person,
                person);
    }

    List<Kept> of(Page page, String condition, String... values) {
        var last = page.last() == null ? null : page.last().atOffset(ZoneOffset.UTC);
        return jdbc.query(
                A_PAGE.formatted(LINES.formatted(condition)),
                (row, n) -> {
                    var line = new LookLine(
                            row.getString("actor"),
                            row.getString("name"),
                            row.getString("role"),
                            row.getString("organisation"),
                            row.getString("purpose"),
                            row.getString("type"),
                            row.getString("view"),
                            row.getString("relationship"),
                            row.getLong("times"),
                            row.getObject("first", OffsetDateTime.class).toInstant(),
                            row.getObject("last", OffsetDateTime.class).toInstant());
                    return new Kept(line, cursor(line.last(), row.getString("line")));
                },
                Stream.concat(Stream.of(values), Stream.of(last, last, page.line(), page.limit()))
                        .toArray());
    }
}
