package uk.earlyhelphub.personaldata;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.platform.commands.CommandRule;
import uk.earlyhelphub.platform.commands.PreparedEffects;
import uk.earlyhelphub.platform.commands.Refused;

/**
 * Writes what a command brings along for the vault, all or nothing, once the command was decided. If the process dies before the
 * events are committed, a key is left that nothing was sealed under; an event without its key there never is.
 */
final class VaultWriter implements PreparedEffects {
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final KeysSeen seen;

    VaultWriter(DataSource vault, Clock clock, KeysSeen seen) {
        this.jdbc = new JdbcTemplate(vault);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(vault));
        this.clock = clock;
        this.seen = seen;
    }

    @Override
    public void write(String prepared) {
        var effects = VaultEffects.from(prepared);
        transaction.executeWithoutResult(status -> {
            seen.require();
            effects.keys().forEach(this::add);
            effects.tokens().forEach(this::add);
            effects.births().forEach(this::add);
        });
        effects.keys().forEach(key -> seen.seen(key.person().value()));
    }

    /** Somebody who got a key meanwhile, or was erased, cannot be told from what was sealed under the other key. */
    private void add(VaultEffects.Key key) {
        var added = jdbc.update(
                """
                insert into vault.person_key (person_id, state, master_key, wrapped_key, created_at)
                values (?::uuid, 'ACTIVE', ?, ?, ?) on conflict (person_id) do nothing""",
                key.person().value(),
                key.master(),
                Base64.getDecoder().decode(key.wrapped()),
                clock.instant().atOffset(ZoneOffset.UTC));
        if (added == 0 && erased(key.person())) {
            throw Refused.by(VaultRule.PERSON_ERASED, "Nothing new is recorded about a person who was erased.");
        }
        if (added == 0) {
            throw Refused.by(
                    CommandRule.CHANGED_MEANWHILE,
                    "Somebody else changed this at the same moment. Read it again, and repeat what still applies.");
        }
    }

    private boolean erased(PersonId person) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select state = 'ERASED' from vault.person_key where person_id = ?::uuid",
                Boolean.class,
                person.value()));
    }

    // The row is locked for reading, so that nobody who is being erased gets a token or a date behind the eraser's
    // back.
    private void add(VaultEffects.Token token) {
        jdbc.update(
                "insert into vault.search_token (token, person_id, kind) select decode(?, 'hex'), person_id, ?"
                        + " from vault.person_key where person_id = ?::uuid and state = 'ACTIVE' for share on conflict do nothing",
                token.token(),
                token.kind(),
                token.person().value());
    }

    private void add(VaultEffects.Birth birth) {
        jdbc.update(
                "insert into vault.birth (person_id, sealed) select person_id, ? from vault.person_key"
                        + " where person_id = ?::uuid and state = 'ACTIVE' for share"
                        + " on conflict (person_id) do update set sealed = excluded.sealed",
                Base64.getDecoder().decode(birth.sealed()),
                birth.person().value());
    }
}
