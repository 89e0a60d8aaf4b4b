package uk.earlyhelphub.events.recordaccess;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.AccessId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.kernel.PerhapsAboutReferral;

/**
 * Somebody takes records out of the Hub as a file. Recorded before the first byte leaves; whether all of it left is recorded by
 * {@link ExportDelivered}.
 *
 * @param referralId the one case that it is about, or none if it is about many
 * @param view what is taken, e.g. {@code trail}
 * @param format in which format
 * @param selection by what it was narrowed down, each as {@code name=value}; never personal data
 * @param expiresOn the last day on which the file may be kept
 */
public record RecordExported(
        AccessId accessId,
        @Nullable ReferralId referralId,
        String view,
        String format,
        List<String> selection,
        LocalDate expiresOn)
        implements RecordAccessEvent, PerhapsAboutReferral {
    public RecordExported {
        selection = List.copyOf(selection);
    }
}
