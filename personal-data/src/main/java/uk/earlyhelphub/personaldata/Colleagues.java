package uk.earlyhelphub.personaldata;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.recordaccess.ConflictKind;
import uk.earlyhelphub.platform.commands.Refused;

/**
 * Knows whether somebody who works with the Hub seems to be close to a person in a record. What they declared is kept as keyed
 * tokens and compared with the tokens by which people are found; nobody, the Hub included, can read it back.
 */
public final class Colleagues {

    /** How somebody declared to be close. */
    public enum Relation {
        SELF,
        FAMILY,
        /** Their own home; only the postcode counts. */
        HOME
    }

    /** So many may one person declare: more than anybody's family, and too few to try postcodes or names out. */
    private static final int MOST = 40;

    private final JdbcTemplate jdbc;
    private final PersonSearch search;

    public Colleagues(DataSource vault, PersonSearch search) {
        this.jdbc = new JdbcTemplate(vault);
        this.search = search;
    }

    /**
     * That people could be recognised by these details: asked before anything is put on record, of what would be compared and not of
     * how the text looks.
     *
     * @throws Refused {@code nothing-to-recognise}, naming the field in which something is missing
     */
    public void requireRecognisable(Relation relation, PersonSearch.Details details) {
        var kinds = search.tokens(details).values();
        if (relation == Relation.HOME) {
            if (!kinds.contains("postcode")) {
                throw unrecognisable("postcode", "Give the postcode of your home.");
            }
        } else if (!kinds.contains("name") || !kinds.contains("birth") && !kinds.contains("postcode")) {
            throw unrecognisable(
                    kinds.contains("name") ? "dateOfBirth" : "name",
                    "Give their name, and their date of birth or their postcode: a name alone is shared by many.");
        }
    }

    /**
     * That somebody may declare one more: asked before anything is put on record, and not of what is sent again. Whoever moves has what
     * they declared forgotten first, which the Data Protection Officer confirms.
     *
     * @throws Refused {@code home-declared} or {@code too-many-connections}
     */
    public void requireRoom(String staff, Relation relation) {
        if (relation == Relation.HOME && hasHome(staff)) {
            throw homeDeclared();
        }
        if (declared(staff) >= MOST) {
            throw Refused.by(
                    VaultRule.TOO_MANY_CONNECTIONS,
                    "You have declared " + MOST
                            + " connections, which is as many as one person can. Ask that they be forgotten first.");
        }
    }

    private boolean hasHome(String staff) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from vault.colleague_entry where staff = ? and relation = 'HOME')",
                Boolean.class,
                staff));
    }

    private static Refused homeDeclared() {
        return Refused.by(
                VaultRule.HOME_DECLARED,
                "Your home is declared already. If you moved, ask that what you declared be forgotten, and declare it anew.");
    }

    private static Refused unrecognisable(String field, String message) {
        return Refused.by(VaultRule.NOTHING_TO_RECOGNISE, field, message);
    }

    /**
     * Remembers to whom somebody is close. Throws {@link Refused} if there is nothing to recognise them by, or if it is a second home.
     */
    public void declare(String entryId, String staff, Relation relation, PersonSearch.Details details) {
        requireRecognisable(relation, details);
        var tokens = search.exactTokens(details);
        jdbc.update(
                "insert into vault.colleague_entry (entry_id, staff, relation, needed, home_of) values (?::uuid, ?, ?, ?, ?) on conflict do nothing",
                entryId,
                staff,
                relation.name(),
                tokens.size(),
                relation == Relation.HOME ? staff : null);
        if (!there(entryId)) {
            // Two at once: the other one is it.
            throw homeDeclared();
        }
        tokens.forEach(token -> jdbc.update(
                "insert into vault.colleague_token (entry_id, token) values (?::uuid, decode(?, 'hex')) on conflict do nothing",
                entryId,
                token));
    }

    private boolean there(String entryId) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from vault.colleague_entry where entry_id = ?::uuid)", Boolean.class, entryId));
    }

    /**
     * Marks all that somebody had declared when they asked as to be forgotten, unless it is marked already. It keeps counting until it
     * is. Asked again by the same removal it marks nothing more.
     *
     * @param removal by what it was asked for
     * @param askedAt when it was asked for the first time
     */
    public void askRemoval(String staff, String removal, Instant askedAt) {
        jdbc.update(
                "update vault.colleague_entry set removal = ?::uuid, removal_asked_at = now() where staff = ? and removal is null"
                        + " and declared_at <= ? and not exists (select from vault.colleague_entry where removal = ?::uuid)",
                removal,
                staff,
                askedAt.atOffset(ZoneOffset.UTC),
                removal);
    }

    /** Forgets what was asked to be forgotten, once that was confirmed. */
    public void forget(String removal) {
        jdbc.update("delete from vault.colleague_entry where removal = ?::uuid", removal);
    }

    /** What somebody asks to have forgotten, and since when. */
    public record Removal(String removalId, String staff, Instant askedAt, long declared) {}

    /** The removals that wait to be confirmed, those asked for first at the front. */
    public List<Removal> removals(int limit) {
        return jdbc.query(
                "select removal::text, min(staff), min(removal_asked_at) as asked, count(*) from vault.colleague_entry"
                        + " where removal is not null group by removal order by asked, removal limit ?",
                (row, n) -> new Removal(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getLong(4)),
                limit);
    }

    /** Of what somebody declared, how many things wait to be forgotten. */
    public long removalAsked(String staff) {
        return removalAsked(staff, null);
    }

    /** The same, of what they had declared at an instant. */
    public long removalAsked(String staff, @Nullable Instant at) {
        return count("removal is not null", staff, at);
    }

    /** How many things somebody declared. */
    public long declared(String staff) {
        return declared(staff, null);
    }

    /** The same, of what they had declared at an instant. */
    public long declared(String staff, @Nullable Instant at) {
        return count("true", staff, at);
    }

    private long count(String which, String staff, @Nullable Instant at) {
        var count = jdbc.queryForObject(
                "select count(*) from vault.colleague_entry where " + which
                        + " and staff = ? and declared_at <= coalesce(?::timestamptz, 'infinity')",
                Long.class,
                staff,
                at == null ? null : at.atOffset(ZoneOffset.UTC));
        return count == null ? 0 : count;
    }

    /**
     * In which ways somebody seems to be close to each of these people; those to whom they are not are left out. Somebody declared
     * to be oneself or family counts only where the whole name agrees, and the date of birth or the postcode with it: a name alone
     * is shared by many, and a postcode alone would let one declaration shut everybody out of a whole street.
     */
    public Map<PersonId, Set<ConflictKind>> closeTo(String staff, Collection<PersonId> people) {
        return closeTo(staff, people, null);
    }

    /**
     * The same, from what had been declared before an instant.
     *
     * @param before none for all that is declared
     */
    public Map<PersonId, Set<ConflictKind>> closeTo(
            String staff, Collection<PersonId> people, @Nullable Instant before) {
        var close = new LinkedHashMap<PersonId, Set<ConflictKind>>();
        if (people.isEmpty()) {
            return close;
        }
        jdbc.query(
                "select distinct person_id::text, staff = ? as own, relation from (select s.person_id, e.entry_id, e.staff, e.relation, e.needed"
                        + " from vault.search_token s join vault.colleague_token t using (token) join vault.colleague_entry e using (entry_id)"
                        + " where s.person_id = any (?::uuid[]) and e.declared_at < coalesce(?::timestamptz, 'infinity')"
                        + " group by e.entry_id, s.person_id having count(distinct t.token) = e.needed"
                        + " and (e.relation = 'HOME' or bool_or(s.kind = 'name') and bool_or(s.kind in ('birth', 'postcode')))) m"
                        + " where staff = ? or relation = 'SELF'",
                row -> {
                    close.computeIfAbsent(new PersonId(row.getString(1)), p -> EnumSet.noneOf(ConflictKind.class))
                            .add(kind(row.getBoolean(2), Relation.valueOf(row.getString(3))));
                },
                staff,
                people.stream().map(PersonId::value).distinct().toArray(String[]::new),
                before == null ? null : before.atOffset(ZoneOffset.UTC),
                staff);
        return close;
    }

    /** What whoever is too close to a person in a record is told. */
    public static Refused tooClose() {
        return Refused.by(
                VaultRule.TOO_CLOSE,
                "This record seems to be your own or of your family. Somebody else has to take the case.");
    }

    /** What whoever may be close to a person in a record is told. */
    public static Refused reasonNeeded() {
        return Refused.by(
                VaultRule.CONFLICT_POSSIBLE,
                "Somebody in this record seems to be close to you. Give a reason first; the Data Protection Officer sees it.");
    }

    private static ConflictKind kind(boolean own, Relation relation) {
        if (!own) {
            return ConflictKind.COLLEAGUE;
        }
        return switch (relation) {
            case SELF -> ConflictKind.OWN_RECORD;
            case FAMILY -> ConflictKind.OWN_FAMILY;
            case HOME -> ConflictKind.SAME_POSTCODE;
        };
    }
}
