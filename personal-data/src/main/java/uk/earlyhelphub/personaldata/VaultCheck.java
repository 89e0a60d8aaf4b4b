package uk.earlyhelphub.personaldata;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.EventPosition;
import uk.earlyhelphub.platform.engine.StoredEvent;
import uk.earlyhelphub.platform.start.StartRefused;

/**
 * Tries, before anything is served, whether the keys that are here are the ones this history was sealed with. With another master
 * key nothing could be read, with another search secret nobody would be found and families would be recorded twice, and over an
 * empty or foreign vault new keys would be made for people whose texts can then never be read again.
 */
public final class VaultCheck {
    private static final String SEARCH = "search-secret";
    private static final String COMPLETE_UP_TO = "complete-up-to";
    private static final String SEARCH_PROBE = "early-help-hub search secret";
    private static final int SAMPLES = 5;
    private static final int PAGE = 5_000;
    private static final int AT_THE_START = 500;
    private static final Pattern SEALED_ABOUT =
            Pattern.compile("\\{\\s*\"about\"\\s*:\\s*\"([0-9A-Fa-f-]{36})\"\\s*,\\s*\"key\"\\s*:[^{}]*\"sealedFor\"");
    private static final String RUNBOOK = ": docs/runbooks/keys.md.";

    private final JdbcTemplate jdbc;
    private final MasterKeys masters;

    /** @param vault connections of the vault's role */
    public VaultCheck(DataSource vault, MasterKeys masters) {
        this.jdbc = new JdbcTemplate(vault);
        this.masters = masters;
    }

    private record Wrapped(String person, String master, byte[] key) {}

    /** Throws {@link StartRefused}, saying what is wanted, if the keys here are not those of this history. */
    public void require(EventLog history) {
        requireMasters();
        requireSearchSecret();
        requirePeople(history);
    }

    /** Whether keys can be opened now; a cheap look, for health. */
    boolean opens() {
        var any = jdbc.query(
                "select person_id::text, master_key, wrapped_key from vault.person_key where state = 'ACTIVE' limit 1",
                (row, n) -> new Wrapped(row.getString(1), row.getString(2), row.getBytes(3)));
        return any.stream().allMatch(this::opens) && searchSecretFits(stored(SEARCH));
    }

    private void requireMasters() {
        for (var master : jdbc.queryForList(
                "select distinct master_key from vault.person_key where state = 'ACTIVE'", String.class)) {
            var samples = jdbc.query(
                    "select person_id::text, master_key, wrapped_key from vault.person_key where state = 'ACTIVE' and master_key = ? limit ?",
                    (row, n) -> new Wrapped(row.getString(1), row.getString(2), row.getBytes(3)),
                    master,
                    SAMPLES);
            // A single key that was altered is a matter of that person; a master key that is not here opens none.
            if (!samples.isEmpty() && samples.stream().noneMatch(this::opens)) {
                throw unopened(master);
            }
        }
    }

    private StartRefused unopened(String master) {
        if (masters.has(master)) {
            return new StartRefused(
                    "People's keys that " + master
                            + " wrapped were altered: none of those that were tried can be opened.",
                    "Restore the backup of the keys that is as new as the history" + RUNBOOK);
        }
        return new StartRefused(
                "People's keys are wrapped by the master key "
                        + (MasterKey.isFingerprint(master) ? master : "that was once at " + master)
                        + ", which is not here. Here is " + masters.described() + ".",
                "Add that key to hub.vault.master-keys, from the copy you keep of it" + RUNBOOK);
    }

    private boolean opens(Wrapped sample) {
        try {
            masters.unwrap(sample.master(), sample.key(), sample.person());
            return true;
        } catch (IllegalStateException _) {
            return false;
        }
    }

    private void requireSearchSecret() {
        jdbc.update(
                "insert into vault.start_check (name, value) values (?, ?) on conflict do nothing",
                SEARCH,
                searchProbe());
        if (!searchSecretFits(stored(SEARCH))) {
            throw new StartRefused(
                    "hub.vault.search-secret is not the secret by which the people in this vault can be found.",
                    "Give the one it had before: with another, every search finds nobody and families are recorded twice"
                            + RUNBOOK);
        }
    }

    private String searchProbe() {
        return HexFormat.of().formatHex(masters.token(SEARCH_PROBE));
    }

    private boolean searchSecretFits(@Nullable String stored) {
        return stored == null || stored.equals(searchProbe());
    }

    private @Nullable String stored(String name) {
        return jdbc.queryForList("select value from vault.start_check where name = ?", String.class, name).stream()
                .findFirst()
                .orElse(null);
    }

    /** What was looked at once need not be looked at again, except for the beginning, by which another history is known. */
    private void requirePeople(EventLog history) {
        requireKnown(peopleIn(history.storedAfter(EventPosition.START, AT_THE_START)));
        var at = Optional.ofNullable(stored(COMPLETE_UP_TO))
                .flatMap(EventPosition::parse)
                .orElse(EventPosition.START);
        for (var page = history.storedAfter(at, PAGE); !page.isEmpty(); page = history.storedAfter(at, PAGE)) {
            requireKnown(peopleIn(page));
            at = page.getLast().position();
        }
        jdbc.update(
                "insert into vault.start_check (name, value) values (?, ?) on conflict (name) do update set value = excluded.value",
                COMPLETE_UP_TO,
                at.toString());
    }

    private static Set<String> peopleIn(List<StoredEvent> events) {
        var people = new LinkedHashSet<String>();
        for (var event : events) {
            var about = SEALED_ABOUT.matcher(event.payload());
            while (about.find()) {
                people.add(about.group(1));
            }
        }
        return people;
    }

    private void requireKnown(Set<String> people) {
        if (people.isEmpty()) {
            return;
        }
        var missing = new ArrayList<>(people);
        missing.removeAll(jdbc.queryForList(
                "select person_id::text from vault.person_key where person_id = any (?::uuid[])", String.class, (Object)
                        people.toArray(String[]::new)));
        if (!missing.isEmpty()) {
            throw new StartRefused(
                    "The history holds sealed texts about people whose keys are not in this vault: " + missing.size()
                            + " of the first " + people.size() + " looked at.",
                    "The vault is empty, of another Hub, or older than the history. Restore the backup of the keys that is as new"
                            + " as the history; new keys are never made over lost ones" + RUNBOOK);
        }
    }
}
