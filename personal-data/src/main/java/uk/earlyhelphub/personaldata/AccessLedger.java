package uk.earlyhelphub.personaldata;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.AccessId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.privacy.InformationCategory;
import uk.earlyhelphub.events.recordaccess.ConflictKind;
import uk.earlyhelphub.events.recordaccess.ConflictNoticed;
import uk.earlyhelphub.events.recordaccess.ExportDelivered;
import uk.earlyhelphub.events.recordaccess.RecordAccessEvent;
import uk.earlyhelphub.events.recordaccess.RecordExported;
import uk.earlyhelphub.events.recordaccess.RecordOpened;
import uk.earlyhelphub.events.recordaccess.RecordRefused;
import uk.earlyhelphub.events.recordaccess.RecordsSearched;
import uk.earlyhelphub.events.recordaccess.RefusedBecause;
import uk.earlyhelphub.platform.commands.CommandEnvelope;
import uk.earlyhelphub.platform.commands.CommandReceipts;
import uk.earlyhelphub.platform.commands.DecidedRecord;
import uk.earlyhelphub.platform.commands.DirectRecord;
import uk.earlyhelphub.platform.commands.NotNow;
import uk.earlyhelphub.platform.ids.Ids;

/**
 * Writes down each look before it happens. If it cannot be written, whatever the database throws reaches the reader as "not
 * now", and nothing is revealed.
 */
public final class AccessLedger {
    private static final int ATTEMPTS = 20;

    private final EventStore store;
    private final DirectRecord events;
    private final DecidedRecord requests;
    private final Ids ids;

    public AccessLedger(EventStore events, CommandReceipts receipts, Ids ids, Clock clock) {
        this.store = events;
        this.events = new DirectRecord(events, clock);
        this.requests = new DecidedRecord(events, receipts, clock);
        this.ids = ids;
    }

    /** Who looks, why, and as part of what. */
    public record Reader(Actor actor, Purpose purpose, String correlationId) {}

    /**
     * Records that somebody opens a referral's record.
     *
     * @param view which view of it, e.g. {@code casefile}
     * @param relationship by what right, e.g. {@code TEAM}
     * @param categories of which kinds they can be shown texts at most
     * @param people whose texts they can be shown at most
     */
    public LoggedAccess opened(
            Reader reader,
            ReferralId referral,
            String view,
            String relationship,
            List<InformationCategory> categories,
            List<PersonId> people) {
        var id = new AccessId(ids.next());
        return record(reader, id, new RecordOpened(id, referral, view, relationship, categories, people));
    }

    /** Records that somebody searched for people, and whom they found. */
    public LoggedAccess searched(Reader reader, List<String> searchedBy, List<PersonId> found) {
        var id = new AccessId(ids.next());
        return record(reader, id, new RecordsSearched(id, searchedBy, found.size(), found));
    }

    /**
     * A search that is on record.
     *
     * @param found whom it found when it was recorded; nobody else may be shown by it
     * @param again whether the same request came before
     */
    public record Search(LoggedAccess access, List<PersonId> found, boolean again) {
        public Search {
            found = List.copyOf(found);
        }
    }

    /**
     * Records a search by a request that may come again; then it is the same search, with what it found the first time.
     *
     * @param id what the search is called, the same when the request comes again
     */
    public Search searchedOnce(CommandEnvelope request, AccessId id, List<String> searchedBy, List<PersonId> found) {
        var place = requests.once(
                request,
                () -> new DecidedRecord.Step(id.value(), 0, new RecordsSearched(id, searchedBy, found.size(), found)));
        var access = new LoggedAccess(place.id());
        return place.again() ? new Search(access, foundBy(place.id()), true) : new Search(access, found, false);
    }

    private List<PersonId> foundBy(String id) {
        return store.readEvents(id)
                .asStream()
                .flatMap(e ->
                        e.getPayload() instanceof RecordsSearched searched ? searched.found().stream() : Stream.of())
                .toList();
    }

    /**
     * Records that somebody takes records out of the Hub as a file, by a request that may come again; then it is the same export.
     *
     * @param id what the export is called, the same when the request comes again
     * @param referral the one case that it is about, or none
     * @param selection by what it was narrowed down; never personal data
     */
    public LoggedAccess exported(
            CommandEnvelope request,
            AccessId id,
            @Nullable ReferralId referral,
            String view,
            String format,
            List<String> selection,
            LocalDate expiresOn) {
        var place = requests.once(
                request,
                () -> new DecidedRecord.Step(
                        id.value(), 0, new RecordExported(id, referral, view, format, selection, expiresOn)));
        return new LoggedAccess(place.id());
    }

    /** Records that all of an exported file was handed over; each time, if it is fetched again. */
    public void delivered(
            Reader reader, LoggedAccess export, @Nullable ReferralId referral, long entries, String sha256) {
        var id = new AccessId(export.accessId());
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var next = store.lastSequenceNumberFor(id.value()).orElse(0L) + 1;
            try {
                record(reader, id, next, ids.next(), new ExportDelivered(id, referral, entries, sha256));
                return;
            } catch (ConcurrencyException _) {
                // The same file was handed over at the same moment, which is told too.
            }
        }
        throw new NotNow();
    }

    /** Records that somebody asked for a record and was told that there is none for them. */
    public void refused(Reader reader, @Nullable ReferralId referral, String view, RefusedBecause because) {
        var id = new AccessId(ids.next());
        record(reader, id, new RecordRefused(id, referral, view, because));
    }

    /** Records that somebody came upon the record of a person to whom they seem to be close. */
    public void conflictNoticed(Reader reader, @Nullable ReferralId referral, String view, List<ConflictKind> kinds) {
        var id = new AccessId(ids.next());
        record(reader, id, new ConflictNoticed(id, referral, view, kinds));
    }

    private LoggedAccess record(Reader reader, AccessId id, RecordAccessEvent event) {
        return record(reader, id, 0, id.value(), event);
    }

    private LoggedAccess record(Reader reader, AccessId id, long sequence, String command, RecordAccessEvent event) {
        var by = new DirectRecord.By(reader.actor(), reader.purpose(), reader.correlationId());
        events.add(by, id.value(), sequence, command, event);
        return new LoggedAccess(id.value());
    }
}
