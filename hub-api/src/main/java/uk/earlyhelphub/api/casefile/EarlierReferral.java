package uk.earlyhelphub.api.casefile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An earlier referral of the same family; {@code closedOn} is none while it is still open. */
public record EarlierReferral(
        String id,
        String reference,
        LocalDate receivedOn,
        @Nullable LocalDate closedOn) {}
