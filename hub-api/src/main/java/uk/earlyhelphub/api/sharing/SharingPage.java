package uk.earlyhelphub.api.sharing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.privacy.InformationCategory;
import uk.earlyhelphub.events.referral.Agency;
import uk.earlyhelphub.events.referral.LawfulBasis;
import uk.earlyhelphub.events.referral.SharingPurpose;

/** A page of the register; {@code next} continues it. */
public record SharingPage(
        List<SharingEntry> entries, @Nullable String next) {

    /**
     * One sharing, without content.
     *
     * @param open whether the recipient may read it now
     */
    public record SharingEntry(
            String sharingId,
            String referralId,
            Agency recipient,
            List<InformationCategory> categories,
            List<String> fields,
            SharingPurpose purpose,
            LawfulBasis basis,
            LocalDate sharedOn,
            LocalDate accessUntil,
            @Nullable LocalDate endedOn,
            boolean open,
            boolean recalled,
            boolean acknowledged) {}
}
