package uk.earlyhelphub.query.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import uk.earlyhelphub.events.ids.RecordId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.personaldata.AccessLedger;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.web.Caller;

/** What every reading endpoint shares. */
public final class Reading {
    private static final int MOST = 200;

    private Reading() {}

    /** The referral that a path names; whatever is not an identifier names none. */
    public static ReferralId referral(String path) {
        return new ReferralId(id(path));
    }

    /** An identifier in a path. Throws "unknown" for anything else. */
    public static String id(String path) {
        if (!RecordId.isCanonical(path)) {
            throw Refused.unknown();
        }
        return path;
    }

    /** A page size. Throws a broken rule if it is not between 1 and 200. */
    public static int limit(int asked) {
        if (asked < 1 || asked > MOST) {
            throw Refused.by(ReadingRule.PAGE_SIZE, "limit", "A page has between 1 and " + MOST + " entries.");
        }
        return asked;
    }

    /** Where a page begins: after the entry by this id, or at the start. */
    public static @Nullable String cursor(@Nullable String after) {
        if (after != null && !RecordId.isCanonical(after)) {
            throw Refused.by(ReadingRule.BAD_CURSOR, "after", "Send the value that the link to the next page has.");
        }
        return after;
    }

    /**
     * A page; a full one comes with a link to the next.
     *
     * @param path of the list, with whatever narrows it down
     */
    public static <T> ResponseEntity<List<T>> page(List<T> entries, int limit, String path, String last) {
        return linked(entries.size() == limit, limit, path, last).body(entries);
    }

    /** How many entries of a page are left out because their case is shut to the reader: somebody else has to look into them. */
    public static final String WITHHELD = "Withheld-Entries";

    /** As {@link #page}, where some entries of the page may be left out. */
    public static <T> ResponseEntity<List<T>> page(List<T> shown, int read, int limit, String path, String last) {
        var answer = linked(read == limit, limit, path, last);
        if (shown.size() < read) {
            answer.header(WITHHELD, Integer.toString(read - shown.size()));
        }
        return answer.body(shown);
    }

    /** An answer that may lead to a next page. */
    public static ResponseEntity.BodyBuilder linked(boolean full, int limit, String path, String last) {
        var answer = ResponseEntity.ok().cacheControl(CacheControl.noStore());
        if (full) {
            var more = path + (path.contains("?") ? "&" : "?") + "after=" + last + "&limit=" + limit;
            answer.header(HttpHeaders.LINK, "<" + more + ">; rel=\"next\"");
        }
        return answer;
    }

    /** Who reads, for the ledger. */
    public static AccessLedger.Reader reader(Caller caller, Purpose purpose) {
        return new AccessLedger.Reader(caller.actor(), purpose, caller.correlationId());
    }
}
