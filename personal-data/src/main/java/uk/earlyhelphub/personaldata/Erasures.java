package uk.earlyhelphub.personaldata;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.earlyhelphub.events.EventTypes;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.personkey.PersonKeyDestroyed;
import uk.earlyhelphub.platform.commands.DirectRecord;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.HistoryInDoubt;
import uk.earlyhelphub.platform.start.StartRefused;

/**
 * Destroys the keys of people, for good. The history says so first, and what it says is done again before anything is served: a
 * backup of the keys from before an erasure brings nobody back.
 */
public final class Erasures {
    private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);
    private static final String DESTROYED =
            EventTypes.of(PersonKeyDestroyed.class).name();

    private final Vault vault;
    private final DirectRecord events;
    private final EventLog log;

    public Erasures(Vault vault, EventStore events, EventLog log, Clock clock) {
        this.vault = vault;
        this.events = new DirectRecord(events, clock);
        this.log = log;
    }

    /** Destroys somebody's key, once it is on record. To do it again changes nothing. */
    public void destroy(DirectRecord.By by, PersonId person) {
        try {
            events.add(by, person.value(), 0, "destroy-" + person.value(), new PersonKeyDestroyed(person));
        } catch (ConcurrencyException _) {
            // It is on record already; what is left is to do it.
        }
        vault.erase(person);
    }

    /**
     * Does again what the history says was done. Answers how many keys had come back.
     *
     * @throws IllegalStateException if somebody was erased of whom the history knows nothing: then the history is older than the
     *     keys, and who else was erased meanwhile cannot be known
     */
    public int again() {
        var onRecord = onRecordOrRefuse();
        var erased = new HashSet<>(vault.erased());
        var cameBack = onRecord.stream().filter(id -> !erased.contains(id)).toList();
        cameBack.forEach(id -> vault.erase(new PersonId(id)));
        if (!cameBack.isEmpty()) {
            LOG.warn(
                    "{} keys of erased people had come back, as after a restore, and were destroyed again",
                    cameBack.size());
        }
        erased.removeAll(onRecord);
        if (!erased.isEmpty()) {
            throw new StartRefused(
                    "The history is older than the keys: " + erased.size()
                            + " people were erased of whom it knows nothing.",
                    "Restore a backup of the history that is as new as that of the keys: docs/runbooks/alerts.md.");
        }
        return cameBack.size();
    }

    /** Nobody can tell whether a row that lost its code was an erasure, and nobody is erased because of one that never had any. */
    private List<String> onRecordOrRefuse() {
        try {
            return log.aggregatesWith(DESTROYED);
        } catch (HistoryInDoubt e) {
            throw new StartRefused(
                    "The history says that somebody was erased, and the Hub did not write that: " + e.getMessage()
                            + ".",
                    "Whoever owns the database added or altered that row. Keep a copy, find out who it was, and take the row away"
                            + " or put it right: docs/runbooks/proof.md.",
                    e);
        }
    }

    /** Who is on record as erased. */
    public List<PersonId> onRecord() {
        return log.aggregatesWith(DESTROYED).stream().map(PersonId::new).toList();
    }
}
