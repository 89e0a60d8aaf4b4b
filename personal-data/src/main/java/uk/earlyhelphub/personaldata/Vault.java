package uk.earlyhelphub.personaldata;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.kernel.HubEvent;
import uk.earlyhelphub.events.privacy.AgeBand;
import uk.earlyhelphub.events.privacy.ProtectedText;

/**
 * Seals personal data under the key of the person it is about, reveals it to whoever has logged the access, and forgets a
 * person by destroying the key. AES-256-GCM; the seal is bound to person, event type, field and command.
 *
 * <p>A person without a key has never been sealed for; an erased person is never given a key again.
 */
public final class Vault {
    private static final int KEY_BYTES = 32;
    private static final String FIRST_KEY = "1";
    private static final String BIRTH = "birth";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final MasterKeys masters;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final KeyCache cache;
    private final KeysSeen seen;
    private final AtomicLong reveals = new AtomicLong();

    /** @param cachedKeys how many unwrapped keys are kept in memory at most */
    public Vault(DataSource vault, MasterKeys masters, Clock clock, int cachedKeys) {
        this.jdbc = new JdbcTemplate(vault);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(vault));
        this.masters = masters;
        this.clock = clock;
        this.cache = new KeyCache(cachedKeys);
        this.seen = new KeysSeen(jdbc);
    }

    /** Seals for the events of one command. */
    public Sealer sealer(String commandId) {
        return new Sealer(commandId);
    }

    /** Seals for the events of one command, and finds out what it needs besides, without any effect before it is decided. */
    public Preparation preparation(String commandId, PersonSearch search) {
        return new Preparation(this, search, commandId);
    }

    /**
     * The key of somebody who has one; nothing if they never had one or were erased, which nobody is to learn before it is known
     * that the case is theirs.
     */
    @Nullable
    Aead existingKey(PersonId person) {
        var stored = find(person);
        return stored == null ? null : keyIfAlive(person, stored);
    }

    /** By which people it is known whether the keys are there. */
    KeysSeen seen() {
        return seen;
    }

    /** A key for somebody who has none yet, wrapped and not stored. Throws {@link KeysLost} if they may have had one. */
    NewKey newKey(PersonId person) {
        seen.require();
        var key = new byte[KEY_BYTES];
        random.nextBytes(key);
        try {
            return new NewKey(new AesGcmJce(key), masters.newest(), masters.wrap(key, person.value()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A new key is not an AES key", e);
        }
    }

    /** A key, as it seals and as it is stored. */
    record NewKey(Aead key, String master, byte[] wrapped) {}

    static ProtectedText sealed(Aead key, PersonId about, String sealedFor, String text) {
        return new ProtectedText(
                about,
                FIRST_KEY,
                sealedFor,
                Base64.getEncoder().withoutPadding().encodeToString(encrypt(key, text, about, sealedFor)));
    }

    static byte[] sealedBirth(Aead key, PersonId person, LocalDate bornOn) {
        return encrypt(key, bornOn.toString(), person, BIRTH);
    }

    /** Seals texts about people for the events of one command. */
    public final class Sealer {
        private final String commandId;
        private final Set<PersonId> alive = ConcurrentHashMap.newKeySet();

        private Sealer(String commandId) {
            this.commandId = commandId;
        }

        /**
         * Seals a text.
         *
         * @throws PersonErased if the person was erased: nothing new is recorded about them
         */
        public ProtectedText seal(Class<? extends HubEvent> event, String field, PersonId about, String text) {
            var sealedFor = event.getSimpleName() + '/' + field + '/' + commandId;
            var cached = alive.contains(about) ? cache.get(about.value()) : null;
            var key = cached == null ? keyFor(about) : cached;
            alive.add(about);
            return sealed(key, about, sealedFor, text);
        }

        /** Seals a text, or nothing if there is none. */
        public @Nullable ProtectedText sealIfAny(
                Class<? extends HubEvent> event, String field, PersonId about, @Nullable String text) {
            return text == null || text.isBlank() ? null : seal(event, field, about, text);
        }
    }

    /** The ids of all who were erased. */
    List<String> erased() {
        return jdbc.queryForList("select person_id::text from vault.person_key where state = 'ERASED'", String.class);
    }

    /**
     * Reveals a text.
     *
     * @param access proof that this look is on record
     * @return the text, or nothing if the person was erased
     * @throws SealBroken if the text was altered or moved
     * @throws KeysLost if people's keys are gone
     * @throws org.springframework.dao.DataAccessException if the vault cannot be reached
     */
    public Optional<String> reveal(LoggedAccess access, ProtectedText text) {
        reveals.incrementAndGet();
        var key =
                access.isFirstFor(text.about()) ? null : cache.get(text.about().value());
        if (key == null) {
            var stored = find(text.about());
            if (stored == null) {
                seen.require();
                throw new SealBroken("A text is about a person the vault has no key of", null);
            }
            key = keyIfAlive(text.about(), stored);
        }
        return key == null ? Optional.empty() : Optional.of(decrypt(key, text));
    }

    /** The key of somebody who is not erased. A key in memory may be of somebody whom another process has erased since. */
    private @Nullable Aead keyIfAlive(PersonId person, StoredKey stored) {
        if (stored.wrapped() == null) {
            cache.forget(person.value());
            return null;
        }
        var cached = cache.get(person.value());
        return cached == null ? open(person, stored) : cached;
    }

    /** How often something was revealed since the start: a replay must not move this. */
    public long revealsSoFar() {
        return reveals.get();
    }

    /** Whether a person was erased. */
    public boolean isErased(PersonId person) {
        var stored = find(person);
        return stored != null && stored.wrapped() == null;
    }

    /**
     * Forgets a person: destroys the key and every search token. Nothing sealed for them can be read again, here or in any
     * copy. Done twice, it is done once.
     */
    public void erase(PersonId person) {
        transaction.executeWithoutResult(status -> {
            jdbc.queryForList(
                    "select state from vault.person_key where person_id = ?::uuid for update", person.value());
            var now = clock.instant().atOffset(ZoneOffset.UTC);
            jdbc.update("""
                    insert into vault.person_key (person_id, state, created_at, erased_at) values (?::uuid, 'ERASED', ?, ?)
                    on conflict (person_id) do update set state = 'ERASED', wrapped_key = null, master_key = null,
                      erased_at = coalesce(person_key.erased_at, excluded.erased_at)""", person.value(), now, now);
            jdbc.update("delete from vault.birth where person_id = ?::uuid", person.value());
            jdbc.update("delete from vault.search_token where person_id = ?::uuid", person.value());
        });
        cache.forget(person.value());
    }

    /** Keeps a person's date of birth, under their own key, for the clocks that run from it. */
    public void rememberBirth(PersonId person, LocalDate bornOn) {
        var sealed = encrypt(keyFor(person), bornOn.toString(), person, BIRTH);
        jdbc.update(
                "insert into vault.birth (person_id, sealed) values (?::uuid, ?) on conflict (person_id) do update set sealed = excluded.sealed",
                person.value(),
                sealed);
    }

    /** Whether a person is 18 or older on a day (R12); false if no date of birth is known, or the person was erased. */
    public boolean isAdult(PersonId person, LocalDate day) {
        return ageOn(person, day) == AgeBand.ADULT;
    }

    /**
     * How old a person is on a day, as far as a rule asks; unknown if no date of birth is known, or the person was erased. Only the
     * answer leaves the vault, never the date.
     *
     * @throws KeysLost if people's keys are gone
     */
    public AgeBand ageOn(PersonId person, LocalDate day) {
        var sealed = jdbc.query(
                "select sealed from vault.birth where person_id = ?::uuid",
                (row, n) -> row.getBytes(1),
                person.value());
        var stored = find(person);
        if (stored == null) {
            seen.require();
        }
        if (sealed.isEmpty() || stored == null || stored.wrapped() == null) {
            return AgeBand.UNKNOWN;
        }
        try {
            var cached = cache.get(person.value());
            var key = cached == null ? open(person, stored) : cached;
            var plain = key.decrypt(sealed.getFirst(), boundTo(person, BIRTH));
            return Birthdays.bandOn(day, LocalDate.parse(new String(plain, StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new SealBroken("A date of birth was altered", e);
        }
    }

    /**
     * What a change of master key came to.
     *
     * @param done keys wrapped anew
     * @param unopened people whose key could not be opened, because it was altered; they keep the wrapping they had
     */
    public record Rewrapped(int done, List<PersonId> unopened) {}

    /** Wraps every key anew with the newest master key. Once nothing is left unopened, older master keys can be retired. */
    public Rewrapped rewrapAll() {
        var newest = masters.newest();
        var old = jdbc.queryForList(
                "select person_id::text from vault.person_key where state = 'ACTIVE' and master_key <> ?",
                String.class,
                newest);
        var unopened = new ArrayList<PersonId>();
        for (var person : old) {
            try {
                transaction.executeWithoutResult(status -> rewrap(new PersonId(person), newest));
            } catch (IllegalStateException _) {
                unopened.add(new PersonId(person));
            }
        }
        return new Rewrapped(old.size() - unopened.size(), List.copyOf(unopened));
    }

    private void rewrap(PersonId person, String newest) {
        var stored = locked(person);
        if (stored != null && stored.wrapped() != null) {
            var key = masters.unwrap(String.valueOf(stored.master()), stored.wrapped(), person.value());
            jdbc.update(
                    "update vault.person_key set wrapped_key = ?, master_key = ? where person_id = ?::uuid",
                    masters.wrap(key, person.value()),
                    newest,
                    person.value());
        }
    }

    private Aead keyFor(PersonId person) {
        var stored = find(person);
        if (stored == null) {
            seen.require();
            provision(person);
            seen.seen(person.value());
            stored = find(person);
        }
        var key = stored == null ? null : keyIfAlive(person, stored);
        if (key == null) {
            throw new PersonErased();
        }
        return key;
    }

    private void provision(PersonId person) {
        var key = new byte[KEY_BYTES];
        random.nextBytes(key);
        jdbc.update(
                """
                insert into vault.person_key (person_id, state, master_key, wrapped_key, created_at)
                values (?::uuid, 'ACTIVE', ?, ?, ?) on conflict (person_id) do nothing""",
                person.value(),
                masters.newest(),
                masters.wrap(key, person.value()),
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    private Aead open(PersonId person, StoredKey stored) {
        try {
            var wrapped = stored.wrapped();
            if (wrapped == null) {
                throw new PersonErased();
            }
            var key = new AesGcmJce(masters.unwrap(String.valueOf(stored.master()), wrapped, person.value()));
            cache.put(person.value(), key);
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A person's key is not an AES key", e);
        }
    }

    private record StoredKey(@Nullable String master, byte @Nullable [] wrapped) {}

    private @Nullable StoredKey find(PersonId person) {
        return stored("select master_key, wrapped_key from vault.person_key where person_id = ?::uuid", person);
    }

    private @Nullable StoredKey locked(PersonId person) {
        return stored(
                "select master_key, wrapped_key from vault.person_key where person_id = ?::uuid for update", person);
    }

    private @Nullable StoredKey stored(String query, PersonId person) {
        var rows = jdbc.query(query, (row, n) -> new StoredKey(row.getString(1), row.getBytes(2)), person.value());
        return rows.isEmpty() ? null : rows.getFirst();
    }

    private static byte[] boundTo(PersonId about, String sealedFor) {
        return (about.value() + '|' + sealedFor).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] encrypt(Aead key, String text, PersonId about, String sealedFor) {
        try {
            return key.encrypt(text.getBytes(StandardCharsets.UTF_8), boundTo(about, sealedFor));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A text could not be sealed", e);
        }
    }

    private static String decrypt(Aead key, ProtectedText text) {
        try {
            var plain = key.decrypt(Base64.getDecoder().decode(text.sealed()), boundTo(text.about(), text.sealedFor()));
            return new String(plain, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new SealBroken("A sealed text was altered, or moved to where it was not sealed for", e);
        }
    }

    /** Nothing new may be recorded about a person who was erased. */
    public static final class PersonErased extends RuntimeException {
        PersonErased() {
            super("Nothing new is recorded about a person who was erased");
        }
    }

    /** A sealed text is not what was sealed, or not where it was sealed for. */
    public static final class SealBroken extends RuntimeException {
        SealBroken(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
