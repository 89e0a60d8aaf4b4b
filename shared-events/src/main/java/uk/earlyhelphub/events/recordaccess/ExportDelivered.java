package uk.earlyhelphub.events.recordaccess;

import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.AccessId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.kernel.PerhapsAboutReferral;

/**
 * An exported file was handed over whole.
 *
 * @param referralId the one case that it is about, or none if it is about many
 * @param entries how many entries it has
 * @param sha256 of the file's bytes, in hexadecimal, so that the file can be recognised
 */
public record ExportDelivered(AccessId accessId, @Nullable ReferralId referralId, long entries, String sha256)
        implements RecordAccessEvent, PerhapsAboutReferral {}
