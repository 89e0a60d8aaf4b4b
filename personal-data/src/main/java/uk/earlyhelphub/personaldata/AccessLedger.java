package uk.earlyhelphub.personaldata;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
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
import uk.earlyhelphub.platform.commands.DirectRecord;
import uk.earlyhelphub.platform.ids.Ids;

/**
 * Writes down each look before it happens. If it cannot be written, whatever the database throws reaches the reader as "not
 * now", and nothing is revealed.
 */
public final class AccessLedger {
    private final DirectRecord events;
    private final Ids ids;
    private final Vault vault;

    public AccessLedger(EventStore events, Ids ids, Vault vault) {
        this.events = new DirectRecord(events);
        this.vault = vault;
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
     * Records that somebody takes records out of the Hub as a file.
     *
     * @param referral the one case that it is about, or none
     * @param selection by what it was narrowed down; never personal data
     */
    public LoggedAccess exported(
            Reader reader,
            @Nullable ReferralId referral,
            String view,
            String format,
            List<String> selection,
            LocalDate expiresOn) {
        var id = new AccessId(ids.next());
        return record(reader, id, new RecordExported(id, referral, view, format, selection, expiresOn));
    }

    /** Records that all of an exported file was handed over. */
    public void delivered(
            Reader reader, LoggedAccess export, @Nullable ReferralId referral, long entries, String sha256) {
        var id = new AccessId(export.accessId());
        record(reader, id, 1, ids.next(), new ExportDelivered(id, referral, entries, sha256));
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
