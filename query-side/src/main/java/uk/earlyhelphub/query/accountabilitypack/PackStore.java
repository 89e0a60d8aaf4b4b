package uk.earlyhelphub.query.accountabilitypack;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import uk.earlyhelphub.api.pack.PackProfile;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.platform.engine.EventCodec;

/** Where packs wait to be made and to be fetched. What lies here is sealed. */
@Component
class PackStore {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final JsonMapper JSON = EventCodec.mapper();
    private static final int MOST_WAITING_OF_ONE = 5;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    PackStore(Databases databases, Clock clock) {
        this.jdbc = new JdbcTemplate(databases.projector());
        this.clock = clock;
    }

    /** Where a pack is on its way. */
    enum State {
        WAITING,
        READY,
        FAILED
    }

    /** One that was asked for. */
    record Kept(
            String id,
            ReferralId referral,
            String discussionId,
            PackProfile profile,
            @Nullable PersonId complainant,
            Actor by,
            String correlationId,
            Instant requestedAt,
            LocalDate expiresOn,
            State state,
            int done,
            @Nullable ProtectedText sealed) {}

    /** By which request a pack was asked for; none if there is no such pack, or it was asked for before that was kept. */
    Optional<String> fingerprint(String id) {
        return jdbc
                .queryForList(
                        "select fingerprint from projections.accountability_pack where pack_id = ?::uuid and fingerprint is not null",
                        String.class,
                        id)
                .stream()
                .findFirst();
    }

    /** False if it was asked for already, or if this person has as many packs waiting as anybody may. */
    boolean ask(
            String id,
            String fingerprint,
            ReferralId referral,
            String discussionId,
            PackProfile profile,
            @Nullable PersonId complainant,
            Actor by,
            String correlationId,
            LocalDate expiresOn) {
        return jdbc.update(
                        "insert into projections.accountability_pack (pack_id, referral_id, discussion_id, profile, complainant, requested_by,"
                                + " actor, correlation_id, requested_at, expires_on, state, fingerprint)"
                                + " select ?::uuid, ?::uuid, ?::uuid, ?, ?::uuid, ?, ?::json, ?, ?, ?, 'WAITING', ?"
                                + " where (select count(*) from projections.accountability_pack where requested_by = ? and state = 'WAITING') < ?"
                                + " on conflict (pack_id) do nothing",
                        id,
                        referral.value(),
                        discussionId,
                        profile.name(),
                        complainant == null ? null : complainant.value(),
                        by.id(),
                        JSON.writeValueAsString(by),
                        correlationId,
                        clock.instant().atOffset(ZoneOffset.UTC),
                        Date.valueOf(expiresOn),
                        fingerprint,
                        by.id(),
                        MOST_WAITING_OF_ONE)
                == 1;
    }

    /** One's own, until it expires. */
    Optional<Kept> mine(String id, Actor actor) {
        return jdbc
                .query(
                        "select * from projections.accountability_pack where pack_id = ?::uuid and requested_by = ?",
                        (row, n) -> kept(row),
                        id,
                        actor.id())
                .stream()
                .filter(k -> !k.expiresOn().isBefore(today()))
                .findFirst();
    }

    /** Of everybody who waits, the pack that they asked for first. */
    List<Kept> firstOfEach() {
        return jdbc.query(
                "select distinct on (requested_by) * from projections.accountability_pack where state = 'WAITING'"
                        + " order by requested_by, requested_at, pack_id",
                (row, n) -> kept(row));
    }

    void progress(String id, int done) {
        jdbc.update("update projections.accountability_pack set done = ? where pack_id = ?::uuid", done, id);
    }

    void ready(String id, ProtectedText sealed) {
        jdbc.update(
                "update projections.accountability_pack set state = 'READY', sealed = ?::json where pack_id = ?::uuid",
                JSON.writeValueAsString(sealed),
                id);
    }

    /** Has one made again that lies ready. */
    void makeAgain(String id) {
        jdbc.update(
                "update projections.accountability_pack set state = 'WAITING', sealed = null, done = 0 where pack_id = ?::uuid and state = 'READY'",
                id);
    }

    void failed(String id, String trouble) {
        jdbc.update(
                "update projections.accountability_pack set state = 'FAILED', trouble = ? where pack_id = ?::uuid",
                trouble,
                id);
    }

    void throwAwayExpired() {
        jdbc.update("delete from projections.accountability_pack where expires_on < ?", Date.valueOf(today()));
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), LONDON);
    }

    private static Kept kept(ResultSet row) throws SQLException {
        var complainant = row.getString("complainant");
        var sealed = row.getString("sealed");
        return new Kept(
                row.getString("pack_id"),
                new ReferralId(row.getString("referral_id")),
                row.getString("discussion_id"),
                PackProfile.valueOf(row.getString("profile")),
                complainant == null ? null : new PersonId(complainant),
                JSON.readValue(row.getString("actor"), Actor.class),
                row.getString("correlation_id"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                row.getDate("expires_on").toLocalDate(),
                State.valueOf(row.getString("state")),
                row.getInt("done"),
                sealed == null ? null : JSON.readValue(sealed, ProtectedText.class));
    }
}
