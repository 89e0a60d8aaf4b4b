package uk.earlyhelphub.command.sending;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.referral.ReferralReceived;
import uk.earlyhelphub.platform.engine.EventLog;

/**
 * For whom the free text about a case is sealed: the child whom its first event names. That event never changes, so it is looked
 * up once, and the history of the case is read only where its command is decided.
 */
@Component
class CasesOnRecord {
    private static final int MOST = 10_000;

    private final EventLog log;
    private final Map<ReferralId, First> firsts = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ReferralId, First> eldest) {
            return size() > MOST;
        }
    };

    CasesOnRecord(EventLog log) {
        this.log = log;
    }

    /** Whom the first event of a case names. */
    private record First(PersonId child, PersonId referrer) {}

    /** The child; nothing if there is no such case. */
    Optional<PersonId> child(ReferralId id) {
        return first(id).map(First::child);
    }

    /** Whoever referred the family; nothing if there is no such case. */
    Optional<PersonId> referrer(ReferralId id) {
        return first(id).map(First::referrer);
    }

    private Optional<First> first(ReferralId id) {
        synchronized (firsts) {
            var known = firsts.get(id);
            if (known != null) {
                return Optional.of(known);
            }
        }
        var found = log.firstOf(id.value())
                .map(event -> event.payload() instanceof ReferralReceived received
                        ? new First(received.child(), received.referrer().personId())
                        : null);
        found.ifPresent(first -> {
            synchronized (firsts) {
                firsts.put(id, first);
            }
        });
        return found;
    }
}
