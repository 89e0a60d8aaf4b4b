package uk.earlyhelphub.personaldata;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Some people of whom this process knows that they have a row in the vault. A row never goes, not even when somebody is erased: if
 * one of these is gone, the vault was emptied, or exchanged for an older one, while the Hub runs.
 */
final class KeysSeen {
    private static final Logger LOG = LoggerFactory.getLogger(KeysSeen.class);
    private static final int NEWEST = 20;
    private static final int MOST = 60;

    private final JdbcTemplate jdbc;
    private final Set<String> people = new LinkedHashSet<>();
    private boolean told;

    KeysSeen(JdbcTemplate vault) {
        this.jdbc = vault;
    }

    /** Gets to know the newest rows, by which an older vault can be told from this one. */
    void look() {
        if (lost()) {
            return;
        }
        jdbc.queryForList(
                        "select person_id::text from vault.person_key order by created_at desc limit " + NEWEST,
                        String.class)
                .forEach(this::seen);
    }

    /** This person has a row for certain. */
    synchronized void seen(String person) {
        people.remove(person);
        people.add(person);
        if (people.size() > MOST) {
            people.remove(people.iterator().next());
        }
    }

    private synchronized List<String> people() {
        return List.copyOf(people);
    }

    /** Whether a row is gone that was there. */
    boolean lost() {
        var known = people();
        var there = jdbc.queryForObject(
                "select count(*) from vault.person_key where person_id = any (?::uuid[])", Integer.class, (Object)
                        known.toArray(String[]::new));
        var gone = there == null || there < known.size();
        tell(gone);
        return gone;
    }

    private synchronized void tell(boolean gone) {
        if (gone && !told) {
            LOG.error(
                    "ALERT vault-lost: people's keys that were in the vault are gone. No new key is made until they are"
                            + " back: docs/runbooks/keys.md");
        }
        told = gone;
    }

    /** Throws {@link KeysLost} if a row is gone that was there. */
    void require() {
        if (lost()) {
            throw new KeysLost();
        }
    }
}
